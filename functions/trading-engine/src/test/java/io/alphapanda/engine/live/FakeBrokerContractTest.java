package io.alphapanda.engine.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.engine.live.FakeBroker.Treatment;
import java.util.List;

/// The broker in memory keeps what the lane's tests believe of it.
class FakeBrokerContractTest extends LiveBrokerContract {

    private final FakeBroker broker = new FakeBroker("contract");

    @Override
    protected LiveBroker broker() {
        return broker;
    }

    @Override
    protected InstrumentId instrument() {
        return InstrumentId.of("NSE:TCS");
    }

    @Override
    protected Behind behind() {
        return new Behind() {
            @Override
            public long arrived(String tag) {
                return broker.taken(tag);
            }

            @Override
            public void loseNextAnswer() {
                broker.treat("contract", Treatment.ACCEPT_AND_LOSE);
            }

            @Override
            public void loseNextOrder() {
                broker.treat("contract", Treatment.LOSE);
            }

            @Override
            public void loseNextCancellationsAnswer() {
                broker.onCancel((fake, id) -> {
                    fake.end(id);
                    return new CancelAnswer.Unclear("503");
                });
            }

            @Override
            public void refuseNextOrder() {
                broker.treat("contract", Treatment.REFUSE);
            }

            @Override
            public void trade(String tag, long quantity) {
                broker.fill(tag, Quantity.of(10), Quantity.of(quantity), "t" + quantity);
            }

            @Override
            public void hide(Part part) {
                broker.unreadable(true);
            }

            @Override
            public void well() {
                broker.unreadable(false);
            }

            @Override
            public void refuseCredentials() {
                broker.locked(true);
            }

            @Override
            public List<String> secrets() {
                return List.of();
            }
        };
    }
}
