package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The OpenAPI document against what is served.
@QuarkusTest
class DocumentTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");
    private static final Map<String, String> ONE = Map.of(
            "{broker}", "paper",
            "{strategy}", "momentum",
            "{id}", "",
            "{correlationId}", Morning.IDEA,
            "{service}", "risk-manager",
            "{user}", "vera",
            "{instrument}", "NSE:TCS");
    private static final String BAD = "no\r\nsuch\u0000thing";
    private static final String LONG = "x".repeat(300);

    /// What may hold any text.
    private static final Set<String> ANYTHING = Set.of("search");

    private static final String STREAM = "/api/v1/stream";

    private static JsonNode document() throws IOException {
        return JSON.readTree(
                given().queryParam("format", "json").get("/q/openapi").asString());
    }

    @Test
    void itHasEveryMethodOfEveryResourceAndNoOther() throws Exception {
        var documented = new TreeSet<String>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> documented.add(method.getKey() + " " + path.getKey())));

        assertThat(documented).isEqualTo(served());
    }

    /// As the resources' annotations say.
    private static Set<String> served() throws IOException, ClassNotFoundException {
        var all = new TreeSet<String>();
        try (var files = Files.walk(CLASSES)) {
            for (var file : files.filter(each -> each.toString().endsWith("Resource.class"))
                    .toList()) {
                var name = CLASSES.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                var resource = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
                for (var method : resource.getDeclaredMethods()) {
                    verbs(method).forEach(verb -> all.add(verb + " " + path(resource, method)));
                }
            }
        }
        return all;
    }

    private static Stream<String> verbs(Method method) {
        return Map.<Class<? extends Annotation>, String>of(GET.class, "get", POST.class, "post", PUT.class, "put")
                .entrySet()
                .stream()
                .filter(each -> method.isAnnotationPresent(each.getKey()))
                .map(Map.Entry::getValue);
    }

    private static String path(Class<?> resource, Method method) {
        var path = resource.getAnnotation(Path.class).value()
                + (method.isAnnotationPresent(Path.class)
                        ? method.getAnnotation(Path.class).value()
                        : "");
        return path.replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
    }

    @Test
    void theListOfAnswersNamesEveryParameterOfIt() throws Exception {
        var templates = new TreeMap<String, Set<String>>();
        given().get("/").jsonPath().<String, String>getMap("endpoints").values().forEach(each -> {
            var parts = each.replace("}", "").split("\\{\\?");
            templates.put(
                    each.replaceFirst("\\{\\?.*", ""),
                    parts.length > 1 ? new TreeSet<>(List.of(parts[1].split(","))) : Set.of());
        });

        document().path("paths").properties().forEach(path -> {
            var parameters = new TreeSet<String>();
            path.getValue().path("get").path("parameters").forEach(each -> {
                if (each.path("in").asText().equals("query")) {
                    parameters.add(each.path("name").asText());
                }
            });
            if (templates.containsKey(path.getKey())) {
                assertThat(templates.get(path.getKey())).as(path.getKey()).isEqualTo(parameters);
            }
        });
    }

    @Test
    void everyAnswerHasTheShapeItPromises() throws Exception {
        Morning.of(seed);
        seed.snapshot("1", "paper", "PAPER", Morning.DUE, "100", "CURRENT");
        var document = document();
        var wrong = new ArrayList<String>();
        document.path("paths").properties().forEach(path -> {
            var answers = path.getValue().path("get").path("responses").path("200");
            var schema = answers.path("content").path("application/json").path("schema");
            if (!schema.isMissingNode() && !path.getKey().equals(STREAM)) {
                compare(document, schema, answer(path.getKey()), path.getKey(), wrong);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyAnswerRefusesWhatItCantUse() throws Exception {
        Morning.of(seed);
        var taken = new ArrayList<String>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    var what = method.getKey() + " " + path.getKey();
                    method.getValue().path("parameters").forEach(parameter -> {
                        if (parameter.path("in").asText().equals("query")
                                && !ANYTHING.contains(parameter.path("name").asText())) {
                            refused(
                                    taken,
                                    what + "?" + parameter.path("name").asText(),
                                    given().queryParam(parameter.path("name").asText(), BAD)
                                            .get(filled(path.getKey())));
                        }
                    });
                    if (path.getKey().contains("{")) {
                        refused(
                                taken,
                                what,
                                bodied(method.getKey(), path.getKey().replaceAll("\\{\\w+}", LONG), "{}"));
                    }
                    if (method.getValue().has("requestBody")) {
                        for (var body : List.of("[]", "{\"nosuch\": 1}", "{")) {
                            refused(taken, what + " " + body, bodied(method.getKey(), filled(path.getKey()), body));
                        }
                    }
                }));
        assertThat(taken).isEmpty();
    }

    private static Response bodied(String method, String path, String body) {
        return given().contentType("application/json").body(body).request(method, path);
    }

    private static void refused(List<String> taken, String what, Response answer) {
        if (answer.statusCode() != 400 && answer.statusCode() != 404) {
            taken.add(what + ": " + answer.statusCode());
        }
    }

    private static String filled(String template) {
        var path = template;
        for (var each : ONE.entrySet()) {
            path = path.replace(each.getKey(), id(template, each));
        }
        return path;
    }

    private static JsonNode answer(String template) {
        var path = filled(template);
        var query = template.startsWith("/api/v1/twins") ? Map.of("broker", "paper-b") : Map.<String, String>of();
        var answer = get(path, query);
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(200);
        try {
            return JSON.readTree(answer.asString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    private static String id(String template, Map.Entry<String, String> parameter) {
        if (!parameter.getKey().equals("{id}")) {
            return parameter.getValue();
        }
        return template.contains("/orders/")
                ? Morning.IDEA + "@paper/1"
                : get("/api/v1/alerts", Map.of()).jsonPath().getString("alerts[0].id");
    }

    /// Writes down where a value is not what its schema says.
    private static void compare(JsonNode document, JsonNode schema, JsonNode value, String where, List<String> wrong) {
        if (schema.has("$ref")) {
            compare(document, document.at(schema.path("$ref").asText().substring(1)), value, where, wrong);
            return;
        }
        if (value.isNull()) {
            return;
        }
        for (var choice : schema.path("anyOf")) {
            if (!choice.path("type").asText().equals("null")) {
                compare(document, choice, value, where, wrong);
            }
        }
        if (schema.has("properties") && value.isObject()) {
            var promised = names(schema.path("properties"));
            var given = names(value);
            if (!promised.equals(given)) {
                wrong.add("%s: promises %s, gives %s".formatted(where, promised, given));
            }
            value.properties()
                    .forEach(each -> compare(
                            document,
                            schema.path("properties").path(each.getKey()),
                            each.getValue(),
                            where + "." + each.getKey(),
                            wrong));
        } else if (value.isArray() && !value.isEmpty()) {
            compare(document, schema.path("items"), value.get(0), where + "[]", wrong);
        }
        if (!types(schema).isEmpty() && !types(schema).contains(type(value))) {
            wrong.add("%s: promises %s, gives %s".formatted(where, types(schema), value));
        }
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        var types = new TreeSet<String>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(each -> types.add(each.asText()));
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case NULL, MISSING, POJO, BINARY -> "null";
        };
    }
}
