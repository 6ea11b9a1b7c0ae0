package io.alphapanda.local.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The keys that a class reads one by one, with `@ConfigProperty`; their meaning is the parameter's in the comment.
final class PropertySource {

    private static final Pattern PROPERTY = Pattern.compile(
            "@ConfigProperty\\(name = \"([^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?\\)\\s+([\\w<>]+) (\\w+)");

    private PropertySource() {}

    static List<Key> keys(String module, String source) {
        var keys = new ArrayList<Key>();
        var property = PROPERTY.matcher(source);
        while (property.find()) {
            keys.add(new Key(
                    property.group(1),
                    Optional.ofNullable(property.group(2)),
                    property.group(3).startsWith("Optional<"),
                    meaning(source.substring(0, property.start()), property.group(4)),
                    module));
        }
        return keys;
    }

    /// Of the nearest comment above, which may go on over further lines.
    private static String meaning(String above, String parameter) {
        var text = new StringBuilder();
        var inside = false;
        for (var line : above.lines().map(String::strip).toList()) {
            if (line.startsWith("/// @param ")) {
                inside = line.startsWith("/// @param " + parameter + " ");
                if (inside) {
                    text.setLength(0);
                    text.append(
                            line.substring(("/// @param " + parameter).length()).strip());
                }
            } else if (inside && line.startsWith("/// ")) {
                text.append(' ').append(line.substring(4).strip());
            } else {
                inside = false;
            }
        }
        return text.toString();
    }
}
