package io.alphapanda.stage.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.alphapanda.stage.meter.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every packaged function, a jar or a native executable, whatever it is for: it says that it is well,
/// and what it measures. The function is another process: whoever tests it sees its HTTP, the topics and the stores.
public abstract class PackagedFunction {

    private final List<Meter> catalogue;

    /// @param catalogue every meter of the house it may serve
    protected PackagedFunction(List<Meter> catalogue) {
        this.catalogue = catalogue;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/health"})
    void itSaysThatItIsWell(String path) {
        given().get(path).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metersServeTheMachineAndNothingOfOursThatIsNotDocumented() {
        var scrape = Scrape.now();

        assertThat(scrape.sum("system_cpu_count")).isPositive();
        MetricsPage.assertOnlyDocumented(scrape, catalogue);
    }
}
