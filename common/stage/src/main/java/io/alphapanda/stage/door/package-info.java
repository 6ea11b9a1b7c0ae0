/// How events come in. A door decodes, delegates and maps the outcome to an answer; no rule lives in a door.
package io.alphapanda.stage.door;
