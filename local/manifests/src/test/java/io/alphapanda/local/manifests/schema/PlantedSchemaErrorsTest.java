package io.alphapanda.local.manifests.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.GoodHouse;
import io.alphapanda.local.manifests.Project;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Into a document of each kind that is deployed, errors are planted one by one, at every place: a field nobody knows,
/// and a value of another shape. The schema finds them all, except in maps that are free by intent.
class PlantedSchemaErrorsTest {

    /// Maps of names a person chooses, and what Strimzi hands to Kafka as it is.
    private static final Pattern FREE = Pattern.compile(".*/(labels|annotations|matchLabels|selector|data|stringData"
            + "|extensions|requests|limits|config|nodeSelector|-X[a-zA-Z]*|jvmOptions/-XX)");

    private static final Optional<Schemas> SCHEMAS = Schemas.find();

    @BeforeEach
    void schemasAreThere() {
        assumeTrue(SCHEMAS.isPresent(), "needs the schemas in ../shared/data/crds");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void fieldNobodyKnowsIsFoundAtEveryPlace(String kind, Document good) {
        assertThat(check(good)).isEmpty();

        var missed = places(good).stream()
                .filter(at -> good.at(at).isObject() && !FREE.matcher(at).matches())
                .filter(at -> {
                    var planted = copy(good);
                    ((ObjectNode) planted.at(at)).put("colour", "blue");
                    return check(planted).stream().noneMatch(each -> each.contains("colour"));
                })
                .toList();

        assertThat(missed)
                .as("places of %s where an unknown field is taken", kind)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void valueOfAnotherShapeIsFoundAtEveryPlace(String kind, Document good) {
        var missed = places(good).stream()
                .filter(at -> good.at(at).isValueNode()
                        && !FREE.matcher(at.substring(0, at.lastIndexOf('/'))).matches())
                .filter(at -> {
                    var planted = copy(good);
                    replace(planted, at);
                    return check(planted).isEmpty();
                })
                .toList();

        assertThat(missed)
                .as("places of %s where a map is taken for a value", kind)
                .isEmpty();
    }

    @Test
    void fieldThatIsRequiredIsMissed() {
        var source = copy(first("sources.knative.dev", "KafkaSource"));
        ((ObjectNode) source.at("/spec")).remove("bootstrapServers");

        assertThat(check(source)).singleElement().asString().contains("bootstrapServers", "KafkaSource/");
    }

    @Test
    void wordThatIsNoneOfThoseListedIsFound() {
        var sink = copy(first("eventing.knative.dev", "KafkaSink"));
        ((ObjectNode) sink.at("/spec")).put("contentMode", "text");

        assertThat(check(sink)).singleElement().asString().contains("contentMode", "binary");
    }

    @Test
    void numberWrittenAsTextIsFound() {
        var service = copy(first("serving.knative.dev", "Service"));
        ((ObjectNode) service.at("/spec/template/spec")).put("timeoutSeconds", "25");

        assertThat(check(service)).singleElement().asString().contains("timeoutSeconds", "integer");
    }

    @Test
    void portMayBeANumberOrAName() {
        var deployment = copy(first("apps", "Deployment"));
        var probe =
                ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).withObject("/readinessProbe/httpGet");

        probe.put("port", 8080);
        assertThat(check(deployment)).isEmpty();
        probe.put("port", "http");
        assertThat(check(deployment)).isEmpty();
        probe.put("port", true);
        assertThat(check(deployment)).isNotEmpty();
    }

    @Test
    void versionThatIsNotServedIsFound() {
        var topic = copy(first("kafka.strimzi.io", "KafkaTopic"));
        ((ObjectNode) topic.body()).put("apiVersion", "kafka.strimzi.io/v1beta2");

        assertThat(check(topic))
                .singleElement()
                .asString()
                .contains("there is no schema of kafka.strimzi.io/v1beta2 KafkaTopic");
    }

    private static List<String> check(Document document) {
        return SCHEMAS.orElseThrow().check(document);
    }

    private static Document first(String group, String kind) {
        return GoodHouse.documents().stream()
                .filter(each -> each.is(group, kind))
                .findFirst()
                .orElseThrow();
    }

    private static Document copy(Document document) {
        return new Document(document.source(), document.body().deepCopy());
    }

    private static void replace(Document document, String at) {
        var parent = document.at(at.substring(0, at.lastIndexOf('/')));
        var last = at.substring(at.lastIndexOf('/') + 1).replace("~1", "/");
        var wrong = document.body().withObject("/wrong").deepCopy().put("colour", "blue");
        ((ObjectNode) document.body()).remove("wrong");
        if (parent instanceof ObjectNode object) {
            object.set(last, wrong);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), wrong);
        }
    }

    /// Every place in a document, the whole of it first.
    private static List<String> places(Document document) {
        var places = new ArrayList<String>();
        collect("", document.body(), places);
        return places;
    }

    private static void collect(String at, JsonNode node, List<String> places) {
        places.add(at);
        node.properties()
                .forEach(each -> collect(
                        at + "/" + each.getKey().replace("~", "~0").replace("/", "~1"), each.getValue(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(at + "/" + i, node.get(i), places);
        }
    }

    /// One document of each kind that has a schema, the longest: of the project's overlays, or else of the small house.
    static Stream<Arguments> kinds() {
        Map<String, Document> longest = new TreeMap<>();
        deployed()
                .filter(each -> !each.group().equals("monitoring.coreos.com"))
                .forEach(each -> longest.merge(
                        each.text("/apiVersion").orElse("") + " " + each.kind(),
                        each,
                        (one, other) -> places(one).size() >= places(other).size() ? one : other));
        return longest.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    private static Stream<Document> deployed() {
        return Project.OVERLAYS
                .map(overlays ->
                        StrictSchemaTest.overlays().map(overlays::render).flatMap(Collection::stream))
                .orElseGet(() -> GoodHouse.documents().stream());
    }
}
