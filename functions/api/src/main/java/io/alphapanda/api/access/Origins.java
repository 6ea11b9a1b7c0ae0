package io.alphapanda.api.access;

import io.alphapanda.api.auth.AuthMode;
import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Which pages of other sites may ask (CORS). A browser says on whose behalf it writes (`Origin`,
/// `Sec-Fetch-Site`); what it writes for a page that is not ours and not listed is refused. There are no
/// cookies, so such a page could send nothing of value anyway, save in local mode, where nothing else is asked
/// for.
@Singleton
@Startup
final class Origins {

    private static final String KEY = "panda.api.cors-origins";
    private static final String EVERY = "*";

    private final Set<String> listed;

    /// @param origins pages of other sites that may ask, such as `https://panda.example`, separated by commas; `*` only
    ///                in local mode
    Origins(AuthMode mode, @ConfigProperty(name = "panda.api.cors-origins") Optional<List<String>> origins) {
        this.listed = Set.copyOf(origins.orElse(List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList());
        listed.forEach(each -> check(mode, each));
    }

    private static void check(AuthMode mode, String origin) {
        if (EVERY.equals(origin) && mode.isOn()) {
            throw new ConfigurationException(
                    KEY + " is '*', which lets every site ask; list those that may, like https://panda.example");
        }
        if (!EVERY.equals(origin) && !origin.matches("https?://[a-z0-9.-]+(:\\d{1,5})?")) {
            throw new ConfigurationException(
                    KEY + " '" + origin + "' must be scheme and host alone, in lower case, like https://panda.example");
        }
    }

    /// Whether the page may read the answer.
    boolean isListed(Optional<String> origin) {
        return origin.filter(each -> listed.contains(each) || listed.contains(EVERY))
                .isPresent();
    }

    /// Whether a page of another site writes.
    ///
    /// @param host what the request was sent to, as `host` or `host:port`
    /// @param site the browser's `Sec-Fetch-Site`
    boolean isForeign(Optional<String> origin, String host, Optional<String> site) {
        return origin.map(each -> !isListed(origin) && !isOf(each, host))
                .orElse(site.filter(each -> each.equals("cross-site") || each.equals("same-site"))
                        .isPresent());
    }

    private static boolean isOf(String origin, String host) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
