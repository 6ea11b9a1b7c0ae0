/// `panda`: runs the house on one machine from the packaged functions, and looks after it.
package io.alphapanda.local.launcher;
