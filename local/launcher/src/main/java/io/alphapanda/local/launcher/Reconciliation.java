package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;

/// Has an engine compare a lane's books with its broker's, and prints what it found.
final class Reconciliation {

    /// Two looks at a broker that takes its time.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EngineDoor door;
    private final PrintWriter out;

    Reconciliation(EngineDoor door, PrintWriter out) {
        this.door = door;
        this.out = out;
    }

    /// @return whether the books agree
    boolean run() {
        var report = door.ask("POST", "/reconciliation", "", PATIENCE);
        var outcome = report.path("outcome").asText();
        out.println(door.broker() + " (" + report.path("reality").asText() + "): " + outcome
                + (report.path("words").asText().isEmpty()
                        ? ""
                        : ", " + report.path("words").asText()));
        for (var finding : report.path("findings")) {
            out.println("  " + finding.path("weight").asText().toLowerCase(Locale.ROOT) + "  "
                    + finding.path("code").asText() + " "
                    + finding.path("subject").asText() + "  "
                    + numbers(finding.path("numbers")));
        }
        out.flush();
        return outcome.equals("EQUAL");
    }

    private static String numbers(JsonNode numbers) {
        var words = new StringJoiner(", ");
        numbers.properties()
                .forEach(each -> words.add(each.getKey() + " " + each.getValue().asText()));
        return words.toString();
    }
}
