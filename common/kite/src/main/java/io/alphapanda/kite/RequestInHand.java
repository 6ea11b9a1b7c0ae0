package io.alphapanda.kite;

import io.vertx.core.http.HttpClientRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The request whose body is about to be written on this thread. The client shows it, with its connection, and asks for
/// the body in the same call; if the body is refused, nobody else would give the connection back.
final class RequestInHand implements Consumer<HttpClientRequest> {

    private final ThreadLocal<@Nullable HttpClientRequest> current = new ThreadLocal<>();

    @Override
    public void accept(HttpClientRequest request) {
        // What happens to it is reported by its future; without a handler Vert.x would also log it, with its address,
        // and the address of a logout carries the token.
        request.exceptionHandler(_ -> {});
        current.set(request);
    }

    void written() {
        current.remove();
    }

    /// Gives the connection back; nothing has been written to it.
    void refused() {
        var request = current.get();
        current.remove();
        if (request != null) {
            request.reset();
        }
    }
}
