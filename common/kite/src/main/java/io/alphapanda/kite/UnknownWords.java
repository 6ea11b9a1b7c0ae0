package io.alphapanda.kite;

import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.order.KiteOrder;
import io.alphapanda.kite.order.OrderStatus;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Says once that Kite used a status nobody documented; the order counts as alive meanwhile.
final class UnknownWords {

    private static final Logger LOG = Logger.getLogger(UnknownWords.class);

    /// More new words than this are not words.
    private static final int MAX_WORDS = 100;

    private final String account;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    UnknownWords(String account) {
        this.account = account;
    }

    List<KiteOrder> heard(List<KiteOrder> orders) {
        orders.forEach(each -> heard(each.status(), each.orderId().value()));
        return orders;
    }

    private void heard(OrderStatus status, String orderId) {
        if (status.phase() == OrderStatus.Phase.UNKNOWN && said.size() < MAX_WORDS && said.add(status.text())) {
            LOG.warnf(
                    "unknown order status, taken for not terminal; account=%s status='%s' orderId=%s",
                    account, Masking.NONE.masked(status.text()), orderId);
        }
    }
}
