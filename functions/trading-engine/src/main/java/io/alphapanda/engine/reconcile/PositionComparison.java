package io.alphapanda.engine.reconcile;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.engine.live.Statement;
import io.alphapanda.engine.live.Statement.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Our positions against the broker's. What the account's owner has, or trades by hand, is theirs:
///
/// ```
/// broker − ours = what was not ours this morning + what was traded by hand today     FOREIGN_POSITION, if not zero
///               + what our orders of the day are filled otherwise there              a finding of each order
///               + anything else                                                      POSITION_DIFFERS
/// ```
///
/// This morning's part is what the last comparison left. An instrument the lane has never traded is wholly not ours,
/// and so is whatever the house has no name for. What is traded by hand after a day's last comparison can't be told
/// from a difference the next morning, so it is one, until a person accepts it.
///
/// @param findings in the instruments' order
/// @param foreign  what the next comparison begins with
record PositionComparison(List<Finding> findings, Foreign foreign) {

    static PositionComparison of(Ours ours, Statement.Read broker, Foreign earlier) {
        var held = sums(broker.held());
        var byHand = byHand(OrderComparison.foreignLines(ours.orders(), broker.orders()));
        var byOrders = byOrders(ours.orders(), broker.orders());
        var moving = moving(ours, broker);
        var findings = new ArrayList<Finding>();
        var parts = new TreeMap<String, Foreign.Part>();
        for (var name : names(ours, held, earlier)) {
            var today = byHand.getOrDefault(name, BigDecimal.ZERO);
            var morning = earlier.asOfTheMorning(broker.day(), name);
            if (moving.contains(name)) {
                keep(parts, name, morning.add(today), today);
                continue;
            }
            var position = ours.positions().entrySet().stream()
                    .filter(each -> each.getKey().toString().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
            var mine = position.map(SignedQuantity::value).orElse(BigDecimal.ZERO);
            var theirs = held.getOrDefault(name, BigDecimal.ZERO);
            var difference = theirs.subtract(mine).subtract(byOrders.getOrDefault(name, BigDecimal.ZERO));
            var explained = position.isPresent() ? morning.add(today) : difference;
            finding(name, mine, theirs, today, explained, difference.subtract(explained))
                    .ifPresent(findings::add);
            keep(parts, name, explained, today);
        }
        return new PositionComparison(findings, new Foreign(broker.day(), parts));
    }

    /// Instruments of which one side or the other is of more than one moment. What the lane has never traded is the
    /// owner's at any moment.
    private static Set<String> moving(Ours ours, Statement.Read broker) {
        var traded = new TreeSet<String>();
        var moving = new TreeSet<String>();
        ours.positions().keySet().forEach(each -> traded.add(each.toString()));
        for (var order : ours.orders()) {
            traded.add(order.instrument().toString());
            if (order.isMoving()) {
                moving.add(order.instrument().toString());
            }
        }
        broker.moving().stream().filter(traded::contains).forEach(moving::add);
        return moving;
    }

    private static Optional<Finding> finding(
            String name,
            BigDecimal mine,
            BigDecimal theirs,
            BigDecimal today,
            BigDecimal explained,
            BigDecimal unexplained) {
        if (unexplained.signum() == 0 && explained.signum() == 0) {
            return Optional.empty();
        }
        var code = unexplained.signum() == 0 ? FindingCode.FOREIGN_POSITION : FindingCode.POSITION_DIFFERS;
        return Optional.of(Finding.of(
                code,
                name,
                "ours",
                plain(mine),
                "broker",
                plain(theirs),
                "notOurs",
                plain(explained),
                "byHandToday",
                plain(today),
                Finding.UNEXPLAINED,
                plain(unexplained)));
    }

    private static void keep(Map<String, Foreign.Part> parts, String name, BigDecimal quantity, BigDecimal today) {
        if (quantity.signum() != 0 || today.signum() != 0) {
            parts.put(name, new Foreign.Part(quantity, today));
        }
    }

    private static TreeSet<String> names(Ours ours, Map<String, BigDecimal> held, Foreign earlier) {
        var names = new TreeSet<>(held.keySet());
        ours.positions().keySet().stream().map(InstrumentId::toString).forEach(names::add);
        names.addAll(earlier.parts().keySet());
        return names;
    }

    private static Map<String, BigDecimal> sums(List<Statement.Held> held) {
        var sums = new TreeMap<String, BigDecimal>();
        held.forEach(each -> sums.merge(each.listed().name(), each.quantity().value(), BigDecimal::add));
        return sums;
    }

    private static Map<String, BigDecimal> byHand(List<Line> lines) {
        var sums = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> sums.merge(
                line.listed().name(), signed(line.side(), line.order().filledQuantity()), BigDecimal::add));
        return sums;
    }

    /// What our orders are filled there and not here, or less there than here.
    private static Map<String, BigDecimal> byOrders(List<OurOrder> ours, List<Line> lines) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var order : ours) {
            var there = lines.stream()
                    .filter(line -> line.tag().equals(order.tag()))
                    .map(line -> signed(line.side(), line.order().filledQuantity()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            sums.merge(
                    order.instrument().toString(),
                    there.subtract(signed(order.side(), order.filledQuantity())),
                    BigDecimal::add);
        }
        return sums;
    }

    private static BigDecimal signed(Side side, Quantity quantity) {
        return side == Side.BUY ? quantity.value() : quantity.value().negate();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
