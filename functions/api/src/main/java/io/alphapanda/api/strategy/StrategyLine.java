package io.alphapanda.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One strategy's definition.
///
/// @param id         its name
/// @param version    of its definition; signals say which one they came from
/// @param enabled    whether it runs
/// @param live       whether it may reach accounts that trade real money
/// @param brokers    the active accounts its signals are copied to, by this definition and its live flag
/// @param definition as it was written: type, instruments, parameters and so on
/// @param source     a file's name, or who changed it
/// @param changedAt  when
@Schema(description = "One strategy's definition")
public record StrategyLine(
        String id,
        long version,
        boolean enabled,

        @Schema(description = "Whether it may reach accounts that trade real money")
        boolean live,

        @Schema(description = "The active accounts its signals are copied to")
        List<String> brokers,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "As it was written: type, instruments, parameters and so on")
        JsonNode definition,

        String source,
        Instant changedAt) {}
