package io.alphapanda.api.index;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What this service is and what it answers.
///
/// @param name      of the house
/// @param version   of this service
/// @param auth      `on`: log in first; `off`: local mode, on one machine, nobody logs in
/// @param endpoints what one can ask for, and where
@Schema(description = "What this service is and what it answers")
public record Index(
        String name,
        String version,

        @Schema(
                description = "Whether callers must log in; off is local mode, on one machine",
                enumeration = {"on", "off"})
        String auth,

        @Schema(description = "Path templates by name") Map<String, String> endpoints) {}
