/// What the house keeps of other people's secrets: sealed with a key that is not where the sealed text is.
package io.alphapanda.stage.secret;
