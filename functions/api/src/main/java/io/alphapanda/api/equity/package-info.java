/// The equity curve: what a portfolio was worth, snapshot by snapshot.
package io.alphapanda.api.equity;
