package io.alphapanda.local.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The keys of a `@ConfigMapping` interface, read from its source: this module knows the functions as packages only,
/// and a comment is not in them.
final class MappingSource {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern INTERFACE = Pattern.compile("(?:public )?interface (\\w+) \\{");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]*)\"\\)");
    private static final Pattern METHOD = Pattern.compile("([\\w<>, ]+) (\\w+)\\(\\);");
    private static final Pattern MAP = Pattern.compile("Map<String, (\\w+)>");

    private final String module;
    private final String prefix;
    private final String outermost;
    private final Map<String, List<Member>> interfaces;

    private record Member(String type, String name, Optional<String> fallback, boolean ofParent, String meaning) {}

    private MappingSource(String module, String prefix, String outermost, Map<String, List<Member>> interfaces) {
        this.module = module;
        this.prefix = prefix;
        this.outermost = outermost;
        this.interfaces = interfaces;
    }

    static Optional<MappingSource> of(String module, String source) {
        var prefix = PREFIX.matcher(source);
        if (!prefix.find()) {
            return Optional.empty();
        }
        var interfaces = interfaces(source);
        var outermost = interfaces.keySet().iterator().next();
        return Optional.of(new MappingSource(module, prefix.group(1), outermost, interfaces));
    }

    private static Map<String, List<Member>> interfaces(String source) {
        var found = new LinkedHashMap<String, List<Member>>();
        var open = "";
        var meaning = new StringBuilder();
        Optional<String> fallback = Optional.empty();
        var ofParent = false;
        for (var line : source.lines().map(String::strip).toList()) {
            var declared = INTERFACE.matcher(line);
            var given = DEFAULT.matcher(line);
            var method = METHOD.matcher(line);
            if (line.startsWith("/// ")) {
                meaning.append(meaning.isEmpty() ? "" : " ").append(line.substring(4));
            } else if (declared.matches()) {
                open = declared.group(1);
                found.put(open, new ArrayList<>());
                meaning.setLength(0);
            } else if (given.matches()) {
                fallback = Optional.of(given.group(1));
            } else if (line.equals("@WithParentName")) {
                ofParent = true;
            } else if (method.matches()) {
                found.get(open)
                        .add(new Member(method.group(1), method.group(2), fallback, ofParent, meaning.toString()));
                meaning.setLength(0);
                fallback = Optional.empty();
                ofParent = false;
            }
        }
        return found;
    }

    String prefix() {
        return prefix;
    }

    /// In the order of the source.
    List<Key> keys() {
        return keys(prefix, outermost);
    }

    private List<Key> keys(String path, String type) {
        return interfaces.get(type).stream()
                .flatMap(each -> keys(each.ofParent() ? path : path + "." + kebab(each.name()), each).stream())
                .toList();
    }

    private List<Key> keys(String path, Member member) {
        if (interfaces.containsKey(member.type())) {
            return keys(path, member.type());
        }
        var map = MAP.matcher(member.type());
        if (map.matches()) {
            return keys(path + ".<name>", map.group(1));
        }
        return List.of(
                new Key(path, member.fallback(), member.type().startsWith("Optional<"), member.meaning(), module));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
