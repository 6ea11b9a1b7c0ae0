package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.LiveBroker;
import io.alphapanda.engine.live.LiveBrokerContract;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.testing.House;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// Zerodha, simulated, behind the port.
@QuarkusTest
@QuarkusTestResource(House.class)
@WithTestResource(SimulatedKite.class)
class ZerodhaContractTest extends LiveBrokerContract {

    @Inject
    LiveBrokers brokers;

    @BeforeEach
    void aPersonIsLoggedIn() {
        SimulatedKite.simulator().faults().clear();
        var login = visit("/brokers/zerodha/login").header("location");
        var back = URI.create(visit(login).header("location"));
        visit("/brokers/zerodha/session?" + back.getRawQuery()).then().statusCode(200);
    }

    private static Response visit(String address) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(address);
    }

    @Override
    protected LiveBroker broker() {
        return brokers.lane(new Broker("zerodha")).orElseThrow().broker();
    }

    @Override
    protected InstrumentId instrument() {
        return InstrumentId.of("NSE:TCS");
    }

    @Override
    protected Behind behind() {
        var kite = SimulatedKite.simulator();
        return new Behind() {
            @Override
            public long arrived(String tag) {
                return kite.truth().byTag(tag).size();
            }

            @Override
            public void loseNextAnswer() {
                kite.faults()
                        .arm(new Fault.AcceptThenAnswer(503))
                        .at(Endpoint.PLACE_ORDER)
                        .next(1);
            }

            @Override
            public void loseNextOrder() {
                kite.faults()
                        .arm(new Fault.DropBefore())
                        .at(Endpoint.PLACE_ORDER)
                        .next(1);
            }

            @Override
            public void loseNextCancellationsAnswer() {
                kite.faults()
                        .arm(new Fault.AcceptThenAnswer(503))
                        .at(Endpoint.CANCEL_ORDER)
                        .next(1);
            }

            @Override
            public void refuseNextOrder() {
                kite.faults()
                        .arm(new Fault.RefuseBeforeBook(ErrorType.MARGIN, "Insufficient funds. Required margin is 5."))
                        .next(1);
            }

            @Override
            public void trade(String tag, long quantity) {
                kite.onTick("NSE:TCS", new BigDecimal("100"), quantity, Instant.now());
            }

            @Override
            public void hide(Part part) {
                var endpoint = part == Part.ORDERS ? Endpoint.ORDERS : Endpoint.TRADES;
                kite.faults().arm(Fault.AnswerBefore.unavailable()).at(endpoint).always();
            }

            @Override
            public void well() {
                kite.faults().clear();
            }

            @Override
            public void refuseCredentials() {
                kite.logOutEverywhere(SimulatedKite.USER);
            }

            @Override
            public List<String> secrets() {
                return List.of(SimulatedKite.SECRET);
            }
        };
    }
}
