package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.signal.Broker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// What can still happen to an order of each of Alpaca's statuses. One that nobody knows counts as working, because
/// taking a live order for dead loses it, and is said once.
final class Statuses {

    private static final Logger LOG = Logger.getLogger(Statuses.class);

    /// Other hands may work on it, or it may still be filled today or on a later day.
    private static final Set<String> WORKING = Set.of(
            "new",
            "partially_filled",
            "done_for_day",
            "pending_cancel",
            "pending_replace",
            "pending_review",
            "pending_new",
            "accepted",
            "accepted_for_bidding",
            "stopped",
            "suspended",
            "calculated",
            "held");

    /// More new words than this are not words.
    private static final int MOST_WORDS = 100;

    private final Broker broker;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    Statuses(Broker broker) {
        this.broker = broker;
    }

    BrokerOrder.State of(AlpacaOrder order) {
        return switch (order.status()) {
            case "filled" -> BrokerOrder.State.COMPLETE;
            // What replaces an order by hand is another order, and not ours.
            case "canceled", "expired", "replaced" -> BrokerOrder.State.CANCELLED;
            case "rejected" -> BrokerOrder.State.REJECTED;
            default -> {
                heard(order);
                yield BrokerOrder.State.WORKING;
            }
        };
    }

    private void heard(AlpacaOrder order) {
        if (!WORKING.contains(order.status()) && said.size() < MOST_WORDS && said.add(order.status())) {
            LOG.warnf(
                    "unknown order status, taken for working: broker=%s status='%s' brokerOrderId=%s",
                    broker, order.status().replaceAll("\\p{Cntrl}", " "), order.id());
        }
    }
}
