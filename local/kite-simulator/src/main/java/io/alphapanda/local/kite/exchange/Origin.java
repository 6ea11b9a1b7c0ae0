package io.alphapanda.local.kite.exchange;

/// Where an order comes from: the account's API key, or the user's own hand on the broker's site. The latter's updates
/// reach the ticker but not the postback URL.
public enum Origin {
    API,
    BY_HAND
}
