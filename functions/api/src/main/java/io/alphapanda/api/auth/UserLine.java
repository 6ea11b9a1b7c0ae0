package io.alphapanda.api.auth;

import io.alphapanda.api.caller.Role;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A user, without anything secret.
///
/// @param name      lower case
/// @param role      VIEWER looks, TRADER commands, ADMIN says who may
/// @param enabled   whether they may log in
/// @param createdAt when
/// @param changedAt when anything of them changed last
@Schema(description = "A user, without anything secret")
public record UserLine(String name, Role role, boolean enabled, Instant createdAt, Instant changedAt) {}
