/// A small lane stage to try the delivery kit on: real doors, real stores, and faults on demand.
package io.alphapanda.stage.trial;
