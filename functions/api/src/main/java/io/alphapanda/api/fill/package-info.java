/// Fills: executions and what the books made of them.
package io.alphapanda.api.fill;
