package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    private final KeyOrder order = new KeyOrder();
    private final List<String> begun = new ArrayList<>();

    @Test
    void aRecordWaitsUntilTheOneBeforeItOfItsKeyWasTried() {
        var first = attempt("a", "1");
        var second = attempt("a", "2");
        attempt("a", "3");
        assertThat(begun).containsExactly("1");

        first.complete(null);
        assertThat(begun).containsExactly("1", "2");
        second.complete(null);
        assertThat(begun).containsExactly("1", "2", "3");
    }

    @Test
    void whatComesAfterAllWereTriedBeginsAtOnce() {
        attempt("a", "1").complete(null);

        attempt("a", "2");

        assertThat(begun).containsExactly("1", "2");
    }

    @Test
    void recordsOfOtherKeysAndWithoutOneWaitForNobody() {
        attempt("a", "1");

        attempt("b", "2");
        attempt(null, "3");
        attempt(null, "4");

        assertThat(begun).containsExactly("1", "2", "3", "4");
    }

    private CompletableFuture<Void> attempt(String key, String name) {
        var tried = new CompletableFuture<Void>();
        order.inOrder(key, () -> {
            begun.add(name);
            return tried;
        });
        return tried;
    }
}
