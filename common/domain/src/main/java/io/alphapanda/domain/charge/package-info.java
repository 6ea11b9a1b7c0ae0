/// What an execution costs beside its price: a flat share of its value, or what a broker in India really charges, with
/// the taxes. Rates have dates; what no rates are known for has no price, and is refused.
@NullMarked
package io.alphapanda.domain.charge;

import org.jspecify.annotations.NullMarked;
