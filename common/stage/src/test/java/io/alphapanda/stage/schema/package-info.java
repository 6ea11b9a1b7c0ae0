/// The reference of events under `docs/reference/events`: written from the types, compared with what is checked in.
package io.alphapanda.stage.schema;
