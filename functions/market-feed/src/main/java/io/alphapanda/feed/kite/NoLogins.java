package io.alphapanda.feed.kite;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Until logins are kept anywhere, there is none.
@DefaultBean
@ApplicationScoped
public class NoLogins implements AccessTokens {

    @Override
    public Uni<Optional<Access>> current() {
        return Uni.createFrom().item(Optional.empty());
    }
}
