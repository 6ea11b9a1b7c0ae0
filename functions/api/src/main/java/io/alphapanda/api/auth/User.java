package io.alphapanda.api.auth;

import io.alphapanda.api.caller.Role;
import java.util.regex.Pattern;

/// A person, as the ledger has them.
///
/// @param name    lower case
/// @param enabled whether they may log in
/// @param version grows with every change
/// @param hash    of the password
record User(String name, Role role, boolean enabled, long version, String hash) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// Nothing of the password belongs into a log.
    @Override
    public String toString() {
        return name;
    }
}
