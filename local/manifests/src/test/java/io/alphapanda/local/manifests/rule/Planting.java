package io.alphapanda.local.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.Container;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.Documents;
import io.alphapanda.local.manifests.KnativeService;
import io.alphapanda.local.manifests.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A copy of a house in which an error can be planted.
final class Planting {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Document> documents;

    Planting(List<Document> good) {
        documents = new ArrayList<>(good.stream()
                .map(each -> new Document(each.source(), each.body().deepCopy()))
                .toList());
    }

    Cluster cluster() {
        return new Cluster(Project.HOUSE, documents);
    }

    Document first(Predicate<Document> which) {
        return documents.stream().filter(which).findFirst().orElseThrow();
    }

    Document first(String kind) {
        return first(each -> each.kind().equals(kind));
    }

    Document source(String topic) {
        return first(each -> each.kind().equals("KafkaSource")
                && each.text("/spec/topics/0").orElse("").equals(topic));
    }

    /// The Service that a topic's source posts to.
    Document serviceOf(String topic) {
        return cluster()
                .service(cluster().sources().stream()
                        .filter(each -> each.topics().contains(topic))
                        .findFirst()
                        .orElseThrow()
                        .sink())
                .map(KnativeService::document)
                .orElseThrow();
    }

    Document topic(String topic) {
        return first(each -> each.kind().equals("KafkaTopic")
                && each.text("/spec/topicName").orElse(each.name()).equals(topic));
    }

    /// The document of a container of that room, with the pointer of the container.
    Container room(String room) {
        return cluster().rooms().stream()
                .map(each -> each.pod().main())
                .filter(each -> each.room().orElse("").equals(room))
                .findFirst()
                .orElseThrow();
    }

    void remove(Predicate<Document> which) {
        if (!documents.removeIf(which)) {
            throw new AssertionError("nothing to remove");
        }
    }

    void add(String yaml) {
        documents.addAll(Documents.parse("planted", yaml));
    }

    Document addCopy(Document document) {
        var copy = new Document("planted", document.body().deepCopy());
        documents.add(copy);
        return copy;
    }

    /// @param value a text, number, boolean, or JSON after `json:`
    static void set(Document document, String pointer, Object value) {
        var last = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/");
        var parent = parent(document, pointer);
        var node = node(value);
        switch (parent) {
            case ObjectNode object -> object.set(last, node);
            case ArrayNode array when last.equals("-") -> array.add(node);
            case ArrayNode array -> array.set(Integer.parseInt(last), node);
            default -> throw new AssertionError(document + " has no " + pointer);
        }
    }

    static void drop(Document document, String pointer) {
        var last = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/");
        if (((ObjectNode) parent(document, pointer)).remove(last) == null) {
            throw new AssertionError(document + " has no " + pointer);
        }
    }

    private static JsonNode parent(Document document, String pointer) {
        return document.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static JsonNode node(Object value) {
        try {
            return value instanceof String text && text.startsWith("json:")
                    ? JSON.readTree(text.substring("json:".length()))
                    : JSON.valueToTree(value);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
