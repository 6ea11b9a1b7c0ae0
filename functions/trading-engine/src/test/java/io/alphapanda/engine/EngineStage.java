package io.alphapanda.engine;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.meter.Meter;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.LaneStage;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Redis;
import io.alphapanda.stage.testing.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Approvals of an instrument that has a price, each filled at once.
final class EngineStage implements LaneStage {

    @Override
    public void prepare() {
        Redis.lastPrice("NSE:TCS", "100", Signals.TIME);
    }

    @Override
    public List<Knock> chain(String broker, String strategy, int length) {
        var signals = new Signals(broker, strategy);
        var chain = new ArrayList<Knock>();
        Optional<String> follows = Optional.empty();
        for (int i = 0; i < length; i++) {
            var signal = signals.next(Side.BUY, 1);
            var id = Ids.validated(signal.id());
            chain.add(Knock.of(
                    EventType.SIGNAL_VALIDATED,
                    id,
                    signal.broker(),
                    Topics.signalsValidated(signal.broker()),
                    signal.signal().partitionKey(),
                    signal.signal().id(),
                    signal.signal().referenceTime(),
                    new SignalValidated(signal, List.of(), follows)));
            follows = Optional.of(id);
        }
        return chain;
    }

    @Override
    public long effects(Knock knock) {
        var signalId =
                knock.id().substring(0, knock.id().length() - Ids.validated("").length());
        return Ledger.count("select count(*) from fills where order_id = ?", Ids.order(signalId, 1));
    }

    @Override
    public int leadsTo() {
        return 1;
    }

    @Override
    public List<Meter> meters() {
        return EngineMeters.ALL;
    }
}
