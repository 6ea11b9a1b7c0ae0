package io.alphapanda.engine.zerodha;

import io.alphapanda.engine.budget.OrderLimits;
import io.alphapanda.kite.order.MarketProtection;
import io.alphapanda.kite.order.Product;
import io.alphapanda.kite.order.Validity;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How an account's orders are placed: `panda.brokers.<name>.connection.…`.
///
/// | key | default | |
/// |---|---|---|
/// | `product` | `MIS` | how positions are carried: `MIS` for the day, `CNC` delivery, `NRML` derivatives, `MTF` |
/// | `validity` | `DAY` | `IOC`: what does not fill at once is cancelled |
/// | `market-protection` | `auto` | how far a market order may fill from the last price: percent above 0, or `auto` |
/// | `orders-per-second` | `9` | for all processes together; below Kite's 10 because clocks differ |
/// | `orders-per-minute` | `400` | likewise |
///
/// A simulator may be sent more than Kite allows, so that a day can be played in a minute; a live account may not.
///
/// @param protection mandatory at Kite, which turns a market order into a limit order at that distance
record ZerodhaTerms(Product product, Validity validity, MarketProtection protection, OrderLimits limits) {

    private static final int KITES_PER_SECOND = 10;
    private static final int KITES_PER_MINUTE = 400;
    private static final int SIMULATORS_PER_SECOND = 1_000;
    private static final int SIMULATORS_PER_MINUTE = 60_000;

    /// Of a simulator, which has no day.
    private static final int SIMULATORS_PER_DAY = 1_000_000;

    /// @param live whether the orders go to Zerodha
    /// @throws ConfigurationException naming the key, the value and what it may be
    static ZerodhaTerms of(Connection connection, boolean live) {
        return new ZerodhaTerms(
                product(connection), validity(connection), protection(connection), limits(connection, live));
    }

    private static Product product(Connection connection) {
        var text = connection.find("product").orElse(Product.MIS.name());
        return Arrays.stream(Product.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(
                        connection,
                        "product",
                        text,
                        Arrays.stream(Product.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static Validity validity(Connection connection) {
        var text = connection.find("validity").orElse("DAY");
        return switch (text) {
            case "DAY" -> Validity.DAY;
            case "IOC" -> Validity.IOC;
            default -> throw unknown(connection, "validity", text, "DAY, IOC");
        };
    }

    private static MarketProtection protection(Connection connection) {
        var text = connection.find("market-protection").orElse("auto");
        if (text.equals("auto")) {
            return MarketProtection.AUTOMATIC;
        }
        try {
            return new MarketProtection(new BigDecimal(text));
        } catch (IllegalArgumentException e) {
            throw unknown(connection, "market-protection", text, "auto, or percent above 0 and at most 100");
        }
    }

    private static OrderLimits limits(Connection connection, boolean live) {
        var usual = OrderLimits.ZERODHA;
        return OrderLimits.of(
                count(
                        connection,
                        "orders-per-second",
                        usual.second().limit(),
                        live ? KITES_PER_SECOND : SIMULATORS_PER_SECOND),
                count(
                        connection,
                        "orders-per-minute",
                        usual.minute().limit(),
                        live ? KITES_PER_MINUTE : SIMULATORS_PER_MINUTE),
                live ? usual.day().limit() : SIMULATORS_PER_DAY,
                usual.modificationsPerOrder(),
                usual.zone());
    }

    private static int count(Connection connection, String key, int usual, int most) {
        var text = connection.find(key);
        if (text.isEmpty()) {
            return usual;
        }
        return text.filter(each -> each.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .filter(each -> each >= 2 && each <= most)
                .orElseThrow(() -> unknown(connection, key, text.get(), "2 to " + most));
    }

    private static ConfigurationException unknown(Connection connection, String key, String text, String known) {
        return new ConfigurationException(connection.key(key) + " '" + text + "' can't be used; use one of: " + known);
    }
}
