package io.alphapanda.api.watching;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.watch.FeedView;
import io.alphapanda.stage.watch.KafkaView;
import io.alphapanda.stage.watch.ServiceView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the house stands, as the ledger and Redis tell it.
///
/// @param now         by the wall's clock
/// @param kafka       as its watcher saw it
/// @param letters     dead letters that were not replayed, by topic
/// @param feeds       as each says itself
/// @param services    every process that said that it is there
/// @param lanes       the active accounts
/// @param unsent      what stages decided and did not send
/// @param undelivered channels that could not be told within the last hour
record HouseState(
        Instant now,
        Optional<KafkaView> kafka,
        Map<String, Long> letters,
        List<FeedView> feeds,
        List<ServiceView> services,
        List<Lane> lanes,
        List<Unsent> unsent,
        List<String> undelivered) {

    /// @param broker   the account
    /// @param reality  what it is
    /// @param state    the strictest that holds for all of it
    /// @param orders   of the last ten minutes that have ended or were sent
    /// @param refused  of those, rejected by the broker or failed
    /// @param compared its last comparison with the broker
    record Lane(
            String broker,
            Reality reality,
            TradingState state,
            long orders,
            long refused,
            Optional<Comparison> compared) {}

    /// @param outcome `EQUAL`, `DIFFERENT`, `UNREADABLE`
    /// @param at      when it ended
    record Comparison(String outcome, Instant at) {}

    /// @param stage  who decided it
    /// @param broker whose lane
    /// @param events how many
    /// @param oldest when the oldest was decided
    record Unsent(String stage, String broker, long events, Instant oldest) {}
}
