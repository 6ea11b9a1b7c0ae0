package io.alphapanda.api.index;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What this service is and what it answers.
///
/// @param name      of the house
/// @param version   of this service
/// @param endpoints what one can ask for, and where
@Schema(description = "What this service is and what it answers")
public record Index(
        String name,
        String version,
        @Schema(description = "Path templates by name") Map<String, String> endpoints) {}
