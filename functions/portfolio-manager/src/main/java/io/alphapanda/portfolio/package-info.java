/// Books fills: positions at average cost, cash, realised P&L and fees, one portfolio for each broker and strategy. The
/// ledger is the truth; what Redis shows is projected from it.
package io.alphapanda.portfolio;
