/// Zerodha as a live broker: orders and the day's book in Kite's words. How Kite is spoken to is
/// `common/kite`'s; what becomes of an order is the live lane's.
package io.alphapanda.engine.zerodha;
