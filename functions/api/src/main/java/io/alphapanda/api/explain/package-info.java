/// Explain: one idea from its tick to its profit or loss, in every lane side by side.
package io.alphapanda.api.explain;
