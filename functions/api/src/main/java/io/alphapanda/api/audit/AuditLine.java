package io.alphapanda.api.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something somebody did, or tried to.
///
/// @param id        grows
/// @param at        when it was asked for
/// @param user      who; `nobody` while they had not said who they are
/// @param client    the address it came from
/// @param action    what
/// @param subject   what it was about
/// @param detail    what was asked for
/// @param outcome   what became of it; null while nobody knows
/// @param words     for people
/// @param outcomeAt when that was known
@Schema(description = "Something somebody did, or tried to")
public record AuditLine(
        long id,
        Instant at,
        String user,
        String client,
        Action action,
        String subject,
        Map<String, Object> detail,

        @Schema(description = "What became of it; null while nobody knows")
        Optional<String> outcome,

        String words,

        Optional<Instant> outcomeAt) {}
