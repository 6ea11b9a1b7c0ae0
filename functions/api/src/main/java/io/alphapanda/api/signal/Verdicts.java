package io.alphapanda.api.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The verdicts of a decision, as risk wrote them: `{"verdicts": [{"rule", "denial", "numbers"}]}`.
final class Verdicts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Verdicts() {}

    static List<VerdictLine> read(String json) {
        try {
            var lines = new ArrayList<VerdictLine>();
            JSON.readTree(json).path("verdicts").forEach(each -> lines.add(line(each)));
            return List.copyOf(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds verdicts that are no JSON", e);
        }
    }

    private static VerdictLine line(JsonNode verdict) {
        var numbers = new TreeMap<String, String>();
        verdict.path("numbers")
                .properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asText()));
        return new VerdictLine(
                verdict.path("rule").asText(),
                Optional.ofNullable(verdict.path("denial").textValue()),
                numbers);
    }
}
