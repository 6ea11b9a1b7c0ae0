package io.alphapanda.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.feed.source.BitstampTrades;
import io.alphapanda.stage.testing.executable.ExecutableSpecification;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExecutableTest extends ExecutableSpecification {

    @Test
    void tradesThatComeWithTheApplicationComeWithTheExecutable() throws IOException {
        assertThat(resourcesCarried().split(",")).contains(BitstampTrades.RESOURCE);
    }
}
