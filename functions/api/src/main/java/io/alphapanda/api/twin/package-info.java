/// Twins: what became of the same signal at two accounts, paper and live above all.
package io.alphapanda.api.twin;
