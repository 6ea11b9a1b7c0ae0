package io.alphapanda.api.auth;

import io.alphapanda.api.caller.Role;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who asks.
///
/// @param user as they log in; `local` in local mode
/// @param role what they may do
/// @param auth `on`, or `off` in local mode, where nobody logs in
@Schema(description = "Who asks")
public record Me(
        String user,
        Optional<Role> role,
        @Schema(enumeration = {"on", "off"}) String auth) {}
