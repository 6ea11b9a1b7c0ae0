package io.alphapanda.api.signal;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one rule said.
///
/// @param rule    its name
/// @param denial  its code if it denied; null if it let the signal pass
/// @param numbers what it compared, by name
@Schema(description = "What one rule said")
public record VerdictLine(
        String rule,

        @Schema(description = "Its code if it denied; null if it let the signal pass")
        Optional<String> denial,

        @Schema(description = "What it compared, by name") Map<String, String> numbers) {}
