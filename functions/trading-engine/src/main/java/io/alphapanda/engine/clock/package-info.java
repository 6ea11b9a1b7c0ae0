/// Time. The wall's clock says what hour it is, for the market and for other processes; it may be set back and forth at
/// any moment. How long something lasts is told by steady time.
package io.alphapanda.engine.clock;
