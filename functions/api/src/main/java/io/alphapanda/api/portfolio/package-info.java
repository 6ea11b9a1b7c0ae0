/// Portfolios: what the books say (ledger or view), what it is worth at the marks, and how that is shown. Books are
/// never summed across brokers nor across currencies.
package io.alphapanda.api.portfolio;
