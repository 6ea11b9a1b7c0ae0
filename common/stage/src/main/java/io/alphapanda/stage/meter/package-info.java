/// What is counted and measured, for Prometheus at `/q/metrics`. A meter is described once, in a catalogue
/// ([StageMeters] here, one more in the feed and in the strategy-runner), and recorded through [Meters], which holds
/// everybody to the labels the catalogue names. The pages in `docs/reference/metrics` are written from the catalogues.
package io.alphapanda.stage.meter;
