/// Who trades what: every instrument the books know, with its last price and who trades it.
package io.alphapanda.api.instruments;
