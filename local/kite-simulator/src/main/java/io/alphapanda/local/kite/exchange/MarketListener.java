package io.alphapanda.local.kite.exchange;

import java.util.List;

/// Hears each batch of ticks. Called under the exchange's lock: it must return soon.
@FunctionalInterface
public interface MarketListener {
    void moved(List<MarketView> views);
}
