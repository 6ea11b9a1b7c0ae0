package io.alphapanda.risk;

import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.LaneStage;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import java.util.List;
import java.util.stream.Stream;

/// Signals within every limit, each approved.
final class RiskStage implements LaneStage {

    @Override
    public List<Knock> chain(String broker, String strategy, int length) {
        var signals = new Signals(broker, strategy);
        return Stream.generate(() -> Knock.of(signals.next(Side.BUY, 1)))
                .limit(length)
                .toList();
    }

    @Override
    public long effects(Knock knock) {
        return Ledger.count("select count(*) from decisions where signal_id = ? and approved", knock.id());
    }

    @Override
    public int leadsTo() {
        return 1;
    }
}
