/// What the account holds and what it can spend.
@NullMarked
package io.alphapanda.kite.portfolio;

import org.jspecify.annotations.NullMarked;
