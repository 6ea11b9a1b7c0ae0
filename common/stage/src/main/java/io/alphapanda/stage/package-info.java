/// The kit every stage stands on, and how a stage starts. It knows no stage.
package io.alphapanda.stage;
