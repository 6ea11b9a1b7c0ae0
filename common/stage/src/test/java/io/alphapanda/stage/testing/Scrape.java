package io.alphapanda.stage.testing;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What Prometheus would read from the application under test.
///
/// @param samples in their order
public record Scrape(List<Sample> samples) {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"([^\"]*)\"");

    /// One line.
    public record Sample(String name, Map<String, String> labels, double value) {

        boolean has(String... wanted) {
            for (int i = 0; i < wanted.length; i += 2) {
                if (!wanted[i + 1].equals(labels.get(wanted[i]))) {
                    return false;
                }
            }
            return true;
        }
    }

    public static Scrape now() {
        var text = given().get("/q/metrics").then().statusCode(200).extract().asString();
        var samples = new ArrayList<Sample>();
        for (var line : text.split("\n")) {
            var matcher = LINE.matcher(line);
            if (!line.startsWith("#") && matcher.matches()) {
                samples.add(
                        new Sample(matcher.group(1), labels(matcher.group(2)), Double.parseDouble(matcher.group(3))));
            }
        }
        return new Scrape(samples);
    }

    private static Map<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        if (text != null) {
            LABEL.matcher(text).results().forEach(match -> labels.put(match.group(1), match.group(2)));
        }
        return labels;
    }

    /// The sum over all samples of that name with these labels; 0 if there is none.
    ///
    /// @param labels names and values in turn
    public double sum(String name, String... labels) {
        return samples.stream()
                .filter(each -> each.name().equals(name) && each.has(labels))
                .mapToDouble(Sample::value)
                .sum();
    }

    /// How many deliveries came to this.
    public long deliveries(String outcome) {
        return (long) sum("panda_delivery_seconds_count", "outcome", outcome);
    }
}
