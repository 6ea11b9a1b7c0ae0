/// Who is logged in: login address, token exchange, profile.
@NullMarked
package io.alphapanda.kite.session;

import org.jspecify.annotations.NullMarked;
