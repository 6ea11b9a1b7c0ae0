/// Turns approved signals into orders and fills. What executes an order is a [io.alphapanda.engine.Trader], chosen by
/// the broker's kind; the engine keeps the ledger of orders, transitions and fills, and their order.
package io.alphapanda.engine;
