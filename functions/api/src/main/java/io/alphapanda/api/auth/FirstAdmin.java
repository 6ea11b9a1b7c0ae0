package io.alphapanda.api.auth;

import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// How the first person comes in: as `admin`, with the password the environment says, as long as there are no
/// users. From then on the variable does nothing, and may go.
@Singleton
@Startup
final class FirstAdmin {

    static final String NAME = "admin";

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final String KEY = "panda.api.admin-password";

    private final Optional<String> password;
    private final Users users;
    private final PasswordHashes hashes;

    /// @param password what `admin` logs in with while there are no users at all; later it does nothing
    FirstAdmin(
            @ConfigProperty(name = "panda.api.admin-password") Optional<String> password,
            Users users,
            PasswordHashes hashes) {
        this.password = password.filter(text -> !text.isEmpty());
        this.users = users;
        this.hashes = hashes;
        this.password.flatMap(text -> PasswordRule.objection(NAME, text)).ifPresent(objection -> {
            throw new ConfigurationException(KEY + " " + objection + "; make one with: openssl rand -base64 24");
        });
    }

    /// Creates the first user, if there is none and this is about them.
    Uni<Optional<User>> find(String name) {
        if (password.isEmpty() || !NAME.equals(name)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return hashes.hash(password.get())
                .chain(hash -> users.createFirst(NAME, hash))
                .invoke(created -> {
                    if (created) {
                        LOG.infof("the first user was created: user=%s", NAME);
                    }
                })
                .chain(() -> users.find(NAME));
    }
}
