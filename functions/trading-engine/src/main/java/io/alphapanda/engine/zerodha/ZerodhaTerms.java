package io.alphapanda.engine.zerodha;

import io.alphapanda.engine.budget.OrderLimits;
import io.alphapanda.kite.order.MarketProtection;
import io.alphapanda.kite.order.Product;
import io.alphapanda.kite.order.Validity;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How an account's orders are placed: `panda.brokers.<name>.connection.…`.
///
/// | key | default | |
/// |---|---|---|
/// | `product` | `MIS` | how positions are carried: `MIS` for the day, `CNC` delivery, `NRML` derivatives, `MTF` |
/// | `validity` | `DAY` | `IOC`: what does not fill at once is cancelled |
/// | `market-protection` | `auto` | how far a market order may fill from the last price: percent above 0, or `auto` |
/// | `orders-per-second` | `9` | 2 to 10, for all processes together; below Kite's 10 because clocks differ |
///
/// @param protection mandatory at Kite, which turns a market order into a limit order at that distance
record ZerodhaTerms(Product product, Validity validity, MarketProtection protection, OrderLimits limits) {

    private static final int MOST_PER_SECOND = 10;

    /// @throws ConfigurationException naming the key, the value and what it may be
    static ZerodhaTerms of(Connection connection) {
        return new ZerodhaTerms(product(connection), validity(connection), protection(connection), limits(connection));
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

    private static OrderLimits limits(Connection connection) {
        var usual = OrderLimits.ZERODHA;
        var text = connection.find("orders-per-second");
        if (text.isEmpty()) {
            return usual;
        }
        int perSecond = text.filter(each -> each.matches("[0-9]{1,2}"))
                .map(Integer::parseInt)
                .filter(each -> each >= 2 && each <= MOST_PER_SECOND)
                .orElseThrow(() -> unknown(connection, "orders-per-second", text.get(), "2 to " + MOST_PER_SECOND));
        return OrderLimits.of(
                perSecond,
                usual.minute().limit(),
                usual.day().limit(),
                usual.modificationsPerOrder(),
                ZoneId.of("Asia/Kolkata"));
    }

    private static ConfigurationException unknown(Connection connection, String key, String text, String known) {
        return new ConfigurationException(connection.key(key) + " '" + text + "' can't be used; use one of: " + known);
    }
}
