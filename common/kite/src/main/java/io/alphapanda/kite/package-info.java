/// Zerodha's wire: a typed client of Kite Connect v3, one [KiteClient] an account. It knows what can be said to Kite
/// and what its answers mean, no stage and no rule of risk.
@NullMarked
package io.alphapanda.kite;

import org.jspecify.annotations.NullMarked;
