package io.alphapanda.engine;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.Transition;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.engine.book.OrderBooks;
import io.alphapanda.engine.live.Placements;
import io.alphapanda.engine.live.TradingStates;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.event.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Simulated execution, see [PaperExecution]: an order fills or fails at once. It obeys the trading state at the moment
/// of its execution, as the desk does for live orders at the moment of sending.
@Singleton
final class PaperTrader implements Trader {

    private final OrderBooks books;
    private final TradingStates states;
    private final Placements placements;

    PaperTrader(OrderBooks books, TradingStates states, Placements placements) {
        this.books = books;
        this.states = states;
        this.placements = placements;
    }

    @Override
    public Uni<List<OutgoingEvent>> execute(Order intended, BrokerAccount account, Instant marketAt) {
        return states.hold(intended.request())
                .chain(state -> refusal(intended, state))
                .chain(refusal -> {
                    var step = refusal.map(code -> Transition.to(intended.failed(OrderStatus.FAILED, code)))
                            .orElseGet(() -> executed(intended, account, marketAt));
                    return books.write(intended, List.of(step), account, marketAt);
                });
    }

    private Uni<Optional<FailureCode>> refusal(Order intended, TradingState state) {
        return switch (state) {
            case ACTIVE -> Uni.createFrom().item(Optional.empty());
            case HALTED -> Uni.createFrom().item(Optional.of(FailureCode.TRADING_HALTED));
            case REDUCING ->
                placements
                        .isExit(intended)
                        .map(exits -> exits ? Optional.empty() : Optional.of(FailureCode.TRADING_REDUCING));
        };
    }

    private static Transition executed(Order intended, BrokerAccount account, Instant marketAt) {
        var result = new PaperExecution(account.costs()).execute(intended, marketAt);
        return new Transition(result.order(), result.fill(), Optional.empty());
    }
}
