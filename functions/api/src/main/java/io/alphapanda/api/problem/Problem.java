package io.alphapanda.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An error as RFC 9457 problem details; members that do not apply are left out.
///
/// @param type     `urn:alpha-panda:problem:<code>`; the codes are listed in the room's README
/// @param title    the same for every problem of the type
/// @param status   the HTTP status
/// @param detail   what was wrong this time, and how to do better
/// @param instance the path that was asked for
/// @param field    the parameter at fault
/// @param value    what it held
/// @param allowed  what it may hold: values, or one range
/// @param retryAfterSeconds when to ask again; also the header `Retry-After`
@Schema(description = "Problem details (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        Optional<String> field,
        Optional<String> value,
        Optional<List<String>> allowed,
        Optional<Long> retryAfterSeconds) {

    /// The media type problems are answered with.
    public static final String MEDIA_TYPE = "application/problem+json";
}
