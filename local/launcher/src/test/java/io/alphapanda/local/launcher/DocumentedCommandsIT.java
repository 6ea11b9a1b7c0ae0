package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README says can be done with a running house, done with one: an arm of processes for each broker.
class DocumentedCommandsIT {

    private static final Pattern CURL = Pattern.compile("curl '?http://127.0.0.1:8080(/[^'\\s]*)");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aRunningHouseAnswersEveryCommandOfTheReadme() throws Exception {
        try (var house = panda("run", "--ticks", "simulated", "--speed", "60x", "--isolated")) {
            house.awaitSaid("ready, the API answers");
            assertThat(house.process().isAlive()).as(house.said()).isTrue();
            var api = house.state().address("api");
            assertThat(house.state().children()).containsKeys("risk-manager-paper", "trading-engine-zerodha");
            Await.until(Duration.ofMinutes(2), "both lanes have books", () -> haveBooks(api));

            assertThat(documentedPaths())
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(get(api + path)).as(path).isNotNull());
            assertThat(said("topics")).contains("paper.signals.raw", "zerodha.orders.ack", "market.equity.ticks");
            assertThat(said("rebuild")).contains("portfolios projected from the ledger");
            assertThat(said("dead-letters")).contains("0 dead letters");
            assertThat(said("dead-letters", "replay", "--dry-run")).contains("0 of 0 dead letters");
            assertThat(said("check")).contains("The books are in order.");
            assertThat(said("stop")).contains("ended");
            assertThat(house.waitFor()).as(house.said()).isNotEqualTo(1);
        }
        assertThat(said("check")).contains("The books are in order.");
        assertThat(said("stop")).contains("no house is running");
    }

    private boolean haveBooks(String api) {
        var portfolios = get(api + "/api/v1/portfolios").toString();
        return portfolios.contains("\"paper\"") && portfolios.contains("\"zerodha\"");
    }

    private static List<String> documentedPaths() throws IOException {
        return CURL.matcher(Files.readString(PackagedHouse.root().resolve("README.md")))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private JsonNode get(String address) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String said(String... command) throws Exception {
        try (var running = panda(command)) {
            assertThat(running.waitFor()).as(running.said()).isZero();
            return running.said();
        }
    }

    private PackagedHouse.Running panda(String... arguments) throws IOException {
        return new PackagedHouse(folder).command(Map.of(), arguments);
    }
}
