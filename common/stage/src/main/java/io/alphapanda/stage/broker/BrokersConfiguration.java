package io.alphapanda.stage.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.math.BigDecimal;
import java.util.Map;

/// The configured accounts, as `panda.brokers.<name>.…`.
@ConfigMapping(prefix = "panda.brokers")
public interface BrokersConfiguration {

    /// Every configured account, by name.
    @WithParentName
    Map<String, BrokerSettings> brokers();

    /// One account.
    interface BrokerSettings {

        /// What executes its orders: `paper`, `zerodha`, `alpaca`.
        String kind();

        /// Whether its orders go to a real broker. Without it an account of any kind but `paper` speaks to a simulated
        /// broker on this machine, and everything shown of it says so.
        @WithDefault("false")
        boolean live();

        /// What tells the lane's time, for an order that is about to be sent and for a snapshot: `wall`, or `signal`
        /// where recorded ticks are played and the market's time, as signals and prices tell it, is long past.
        @WithDefault("wall")
        String clock();

        /// Cash every strategy's portfolio begins with, in the account's currency.
        @WithDefault("1000000")
        BigDecimal startingCash();

        Limits limits();

        Costs costs();
    }

    /// What risk allows in this lane.
    interface Limits {

        /// Units per strategy and instrument, long or short.
        @WithDefault("1000")
        BigDecimal maxPosition();

        /// Approvals per strategy and trading day.
        @WithDefault("50")
        int maxDailyTrades();

        /// How far a price may lie from the reference price, in basis points.
        @WithDefault("1000")
        BigDecimal priceCollarBps();

        /// Price × quantity of one order, in the account's currency.
        @WithDefault("1000000")
        BigDecimal maxOrderValue();
    }

    /// What trading costs in this lane: simulated on paper, assumed by risk everywhere.
    interface Costs {

        /// Against the trader, in basis points of the reference price.
        @WithDefault("5")
        BigDecimal slippageBps();

        /// What an execution costs beside its price: `flat`, the commission; or `zerodha`, that broker's table with
        /// exchange and taxes. What the table does not have (other venues, days before 2024-10-01) is denied.
        @WithDefault("flat")
        String charges();

        /// Of the traded value, in basis points; for `flat`.
        @WithDefault("10")
        BigDecimal commissionBps();

        /// What shares are traded as, `delivery` or `intraday`; for `zerodha`.
        @WithDefault("delivery")
        String product();
    }
}
