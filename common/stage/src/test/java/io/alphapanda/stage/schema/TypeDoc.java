package io.alphapanda.stage.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a domain type's doc comment says: units and meaning, in the words of the source.
///
/// @param summary    its first paragraph
/// @param components of a record, by name
record TypeDoc(String summary, Map<String, String> components) {

    private static final Path SOURCES =
            Path.of(System.getProperty("panda.root", "../.."), "common/domain/src/main/java");

    /// `[Price]` and `[a price][Price]`, as markdown comments refer to code.
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)](\\[[^]]+])?");

    /// Empty for types that are not the domain's.
    static Optional<TypeDoc> of(Class<?> type) {
        var source = SOURCES.resolve(type.getName().replace('.', '/') + ".java");
        if (!Files.exists(source)) {
            return Optional.empty();
        }
        try {
            var comment = Pattern.compile(
                            "(?m)((?:^///.*\\n)+)public (?:record|enum|final class) " + type.getSimpleName())
                    .matcher(Files.readString(source))
                    .results()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(source + " has no comment on " + type));
            return Optional.of(parse(comment.group(1).replaceAll("(?m)^/// ?", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TypeDoc parse(String text) {
        var sections = text.split("(?m)^@");
        var components = new HashMap<String, String>();
        for (var section : sections) {
            var words = section.split("\\s+", 3);
            if (words[0].equals("param")) {
                components.put(words[1], plain(words[2]));
            }
        }
        return new TypeDoc(plain(sections[0].split("\\n\\s*\\n")[0]), components);
    }

    private static String plain(String text) {
        return LINK.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("$1");
    }
}
