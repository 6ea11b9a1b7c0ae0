/// How Kite writes values: exact decimals, IST timestamps, keys that come and go.
@NullMarked
package io.alphapanda.kite.json;

import org.jspecify.annotations.NullMarked;
