/// Faults that a native executable would show, planted for the tests of what looks for them.
package io.alphapanda.stage.planted;
