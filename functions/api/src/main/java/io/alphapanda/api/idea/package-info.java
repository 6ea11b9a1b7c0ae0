/// One idea in figures: what was wanted, and how it was executed in a lane.
package io.alphapanda.api.idea;
