package io.alphapanda.api.auth;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is sent to log in and to change users. None of it says more than its name in a log.
final class Bodies {

    private Bodies() {}

    /// A name and a password.
    @Schema(name = "Login")
    public record Login(
            @Schema(required = true) Optional<String> user,
            @Schema(required = true) Optional<String> password) {
        @Override
        public String toString() {
            return "login";
        }
    }

    /// A refresh token.
    @Schema(name = "Refresh")
    public record Refresh(@Schema(required = true) Optional<String> refreshToken) {
        @Override
        public String toString() {
            return "refresh";
        }
    }

    /// One's own password, and the next.
    @Schema(name = "PasswordChange")
    public record PasswordChange(
            @Schema(required = true) Optional<String> password,
            @Schema(required = true) Optional<String> newPassword) {
        @Override
        public String toString() {
            return "password change";
        }
    }

    /// A new user.
    @Schema(name = "NewUser")
    public record NewUser(
            @Schema(required = true) Optional<String> user,

            @Schema(
                    required = true,
                    enumeration = {"VIEWER", "TRADER", "ADMIN"})
            Optional<String> role,

            @Schema(required = true) Optional<String> password) {
        @Override
        public String toString() {
            return "new user";
        }
    }

    /// What is to change of a user; what is absent stays.
    @Schema(name = "UserChange")
    public record UserChange(
            @Schema(enumeration = {"VIEWER", "TRADER", "ADMIN"})
            Optional<String> role,

            Optional<Boolean> enabled,
            Optional<String> password) {
        @Override
        public String toString() {
            return "user change";
        }
    }

    /// A body that has to be there.
    static <T> T given(T body) {
        if (body == null) {
            throw ProblemException.of(ProblemType.BAD_REQUEST, "the body is empty; send a JSON object");
        }
        return body;
    }

    /// A field that has to be there.
    static <T> T given(String field, Optional<T> value) {
        if (value == null || value.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER, field + " is missing in the body", field, "", List.of());
        }
        return value.get();
    }
}
