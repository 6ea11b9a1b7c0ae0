/// Alpaca as a live broker: how it is spoken to, and what its answers mean here. What becomes of an order is the live
/// lane's.
package io.alphapanda.engine.alpaca;
