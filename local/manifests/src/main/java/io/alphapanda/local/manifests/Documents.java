package io.alphapanda.local.manifests;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads YAML. A key that stands twice in one map is refused: which of the two counts, parsers disagree.
public final class Documents {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Documents() {}

    /// @param source what messages call it
    /// @throws ManifestException if it is no YAML
    public static List<Document> parse(String source, String yaml) {
        var documents = new ArrayList<Document>();
        try (var all = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (all.hasNextValue()) {
                var body = all.nextValue();
                if (body.isObject()) {
                    documents.add(new Document(source, body));
                }
            }
        } catch (JsonProcessingException e) {
            throw new ManifestException(source + " is no YAML: " + e.getOriginalMessage() + ", line "
                    + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /// @param source what messages call it
    public static List<Document> read(String source, Path file) {
        try {
            return parse(source, Files.readString(file));
        } catch (IOException e) {
            throw new ManifestException(file + " can't be read: " + e.getMessage());
        }
    }
}
