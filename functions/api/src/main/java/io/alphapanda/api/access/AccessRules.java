package io.alphapanda.api.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What needs which role: the first rule that fits holds. Whoever adds an answer adds nothing here, it takes a viewer;
/// whoever adds a command must, or it takes an admin.
final class AccessRules {

    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final Set<String> ANY = Set.of();

    private record Rule(Set<String> methods, Pattern path, Need need) {
        boolean fits(String method, String where) {
            return (methods.isEmpty() || methods.contains(method))
                    && path.matcher(where).matches();
        }
    }

    private static final List<Rule> RULES = List.of(
            rule(READ, "/|/health|/dashboard(\\.html)?|/static/.*|/q/openapi", Need.OPEN),
            rule(READ, "/q/(health|metrics)(/.*)?", Need.NEAR),
            rule(Set.of("POST"), "/api/v1/auth/(login|refresh|logout)", Need.OPEN),
            rule(ANY, "/api/v1/(users|audit)(/.*)?", Need.ADMIN),
            rule(Set.of("PUT"), "/api/v1/auth/password", Need.VIEWER),
            rule(Set.of("POST"), "/api/v1/alerts/(test|[^/]+/(acknowledge|resolve))", Need.TRADER),
            rule(Set.of("PUT"), "/api/v1/(brokers/[^/]+/)?trading-state", Need.TRADER),
            rule(READ, "/.*", Need.VIEWER));

    private AccessRules() {}

    private static Rule rule(Set<String> methods, String path, Need need) {
        return new Rule(methods, Pattern.compile(path), need);
    }

    /// @param path normalised; a slash at its end is none
    static Need of(String method, String path) {
        var where = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return RULES.stream()
                .filter(rule -> rule.fits(method, where))
                .map(Rule::need)
                .findFirst()
                .orElse(Need.ADMIN);
    }

    /// Whether a path can be read in two ways, so that a rule and a resource might read it differently: parameters in
    /// it, a backslash, a double slash, dots or control characters behind percent signs. None of our paths has
    /// them.
    static boolean isTricky(String rawPath) {
        return TRICKS.matcher(rawPath).find();
    }

    private static final Pattern TRICKS = Pattern.compile(
            "[;\\\\\\x00-\\x20\\x7f]|//|(^|/)\\.\\.?(/|$)|%(0|1|7f|2e|3b|5c)", Pattern.CASE_INSENSITIVE);
}
