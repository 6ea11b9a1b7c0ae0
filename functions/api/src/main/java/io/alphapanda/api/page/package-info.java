/// Pages of long lists: a bound and an opaque cursor.
package io.alphapanda.api.page;
