package io.alphapanda.stage.secret;

import java.util.Optional;

/// Vaults for other packages' tests.
public final class Vaults {

    private Vaults() {}

    public static Vault withoutKey() {
        return new Vault(Optional.empty());
    }
}
