/// Decimal value types. A price, a quantity and an amount of money are never doubles and never
/// mixed up; each is canonical (no trailing zeros), so equal numbers are equal values.
@NullMarked
package io.alphapanda.domain.money;

import org.jspecify.annotations.NullMarked;
