package io.alphapanda.engine.zerodha;

import io.alphapanda.engine.live.DeskStep;
import io.alphapanda.engine.live.TroubledDesk;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// Everything that can go wrong between a house and its broker, at random, each at its own rate.
final class Storm {

    private static final double OFTEN = 0.05;
    private static final double SELDOM = 0.01;
    private static final double RARELY = 0.003;

    private Storm() {}

    /// The broker's part: what it does to orders, and to whoever reads its book.
    static void raise(KiteSimulator kite, long seed) {
        var random = new Random(seed);
        strike(kite, random, new Fault.AcceptThenDrop(), OFTEN, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.AcceptThenAnswer(503), OFTEN, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.AcceptThenHang(), SELDOM, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.DropBefore(), OFTEN, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.HangBefore(), RARELY, Endpoint.PLACE_ORDER);
        strike(
                kite,
                random,
                new Fault.AnswerBefore(503, ErrorType.NETWORK, "the order management can't be reached"),
                SELDOM,
                Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.TimedOutButPlaced(Duration.ofSeconds(3)), OFTEN, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.AppearLate(Duration.ofSeconds(2)), OFTEN, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.SlowAnswer(Duration.ofMillis(700)), OFTEN, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.TooManyRequests(), OFTEN, Endpoint.PLACE_ORDER, Endpoint.ORDERS);
        strike(kite, random, new Fault.FillBeforeReply(), 4 * OFTEN, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.RejectInBook("the exchange does not want it"), OFTEN, Endpoint.PLACE_ORDER);
        strike(
                kite,
                random,
                new Fault.RefuseBeforeBook(ErrorType.MARGIN, "insufficient funds"),
                SELDOM,
                Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.ShowStatus("A WORD NOBODY KNOWS"), SELDOM, Endpoint.PLACE_ORDER);
        strike(kite, random, new Fault.KillToken(), RARELY, Endpoint.PLACE_ORDER, Endpoint.TRADES);
        for (var update : List.of(
                new Fault.DropUpdate(),
                new Fault.RepeatUpdate(3),
                new Fault.HoldUpdate(),
                new Fault.DelayUpdate(Duration.ofSeconds(1)))) {
            strike(kite, random, update, 4 * OFTEN, Endpoint.TICKER_UPDATE, Endpoint.POSTBACK);
        }
    }

    private static void strike(
            KiteSimulator kite, Random random, Fault fault, double probability, Endpoint... endpoints) {
        kite.faults().arm(fault).at(endpoints).withProbability(probability, random.nextLong());
    }

    /// The house's part: senders that die at any step, or sleep there, some past every window.
    static void trouble(TroubledDesk desk, long seed) {
        var random = new Random(seed);
        desk.weather(step -> {
            double chance;
            int pause;
            synchronized (random) {
                chance = random.nextDouble();
                pause = random.nextInt(100);
            }
            if (chance < SELDOM) {
                return TroubledDesk.death(step);
            }
            return chance < SELDOM + RARELY
                    ? sleep(step, pause)
                    : Uni.createFrom().voidItem();
        });
    }

    /// Up to four and a half seconds with the order's row held, which is past `sendBy`; else up to fifteen, which is
    /// past the settling window too.
    private static Uni<Void> sleep(DeskStep step, int percent) {
        int longest = step == DeskStep.BEFORE_SENDING_COMMITS ? 4_500 : 15_000;
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(500 + (long) longest * percent / 100));
    }
}
