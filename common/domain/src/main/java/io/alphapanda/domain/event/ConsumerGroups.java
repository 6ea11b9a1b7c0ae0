package io.alphapanda.domain.event;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;

/// Consumer groups, unique per stage and flow, so that no two flows ever share offsets.
public final class ConsumerGroups {

    private static final String PREFIX = "alpha-panda.";

    private ConsumerGroups() {}

    public static String strategyRunner(AssetClass assetClass) {
        return PREFIX + "strategy-runner." + assetClass.label() + "-ticks";
    }

    public static String riskManager(Broker broker) {
        return PREFIX + "risk-manager." + broker + "-signals-raw";
    }

    public static String tradingEngine(Broker broker) {
        return PREFIX + "trading-engine." + broker + "-signals-validated";
    }

    public static String portfolioManager(Broker broker) {
        return PREFIX + "portfolio-manager." + broker + "-orders-filled";
    }
}
