package io.alphapanda.domain.event;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Every topic's name, once.
public final class Topics {

    public static final String TRADING_STATE = "control.trading-state";

    private static final String DEAD_LETTER = ".dlq";

    private Topics() {}

    public static String ticks(AssetClass assetClass) {
        return "market." + assetClass.label() + ".ticks";
    }

    public static String signalsRaw(Broker broker) {
        return broker + ".signals.raw";
    }

    public static String signalsValidated(Broker broker) {
        return broker + ".signals.validated";
    }

    public static String signalsRejected(Broker broker) {
        return broker + ".signals.rejected";
    }

    public static String ordersSubmitted(Broker broker) {
        return broker + ".orders.submitted";
    }

    public static String ordersAcknowledged(Broker broker) {
        return broker + ".orders.ack";
    }

    public static String ordersFilled(Broker broker) {
        return broker + ".orders.filled";
    }

    public static String ordersFailed(Broker broker) {
        return broker + ".orders.failed";
    }

    public static String pnlSnapshots(Broker broker) {
        return broker + ".pnl.snapshots";
    }

    /// The dead-letter topic of any topic.
    public static String deadLetter(String topic) {
        return topic + DEAD_LETTER;
    }

    public static boolean isDeadLetter(String topic) {
        return topic.endsWith(DEAD_LETTER);
    }

    /// The topic whose dead letters lie in this one.
    ///
    /// @throws IllegalArgumentException if it is no dead-letter topic
    public static String origin(String deadLetters) {
        if (!isDeadLetter(deadLetters)) {
            throw new IllegalArgumentException("topic '" + deadLetters + "' must end with " + DEAD_LETTER);
        }
        return deadLetters.substring(0, deadLetters.length() - DEAD_LETTER.length());
    }

    /// All topics of one lane, without their dead letters.
    public static List<String> lane(Broker broker) {
        return List.of(
                signalsRaw(broker),
                signalsValidated(broker),
                signalsRejected(broker),
                ordersSubmitted(broker),
                ordersAcknowledged(broker),
                ordersFilled(broker),
                ordersFailed(broker),
                pnlSnapshots(broker));
    }

    /// All topics of a house, without their dead letters.
    public static List<String> house(Collection<AssetClass> assetClasses, Collection<Broker> brokers) {
        var all = new ArrayList<String>();
        assetClasses.forEach(each -> all.add(ticks(each)));
        brokers.forEach(each -> all.addAll(lane(each)));
        all.add(TRADING_STATE);
        return List.copyOf(all);
    }
}
