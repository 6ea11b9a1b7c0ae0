package io.alphapanda.engine.alpaca;

import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes an order. The client shows its request, with the connection, and asks for the body in the same call on the
/// same thread, before anything is written: the last place where an order can be held back. The connection of one that
/// is held back is given up here, as nobody else would.
final class OutgoingWriter implements MessageBodyWriter<Outgoing>, Consumer<HttpClientRequest> {

    private final ThreadLocal<@Nullable HttpClientRequest> inHand = new ThreadLocal<>();

    @Override
    public void accept(HttpClientRequest request) {
        // Its future says what happens to it; without a handler Vert.x would log it too.
        request.exceptionHandler(_ -> {});
        inHand.set(request);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Outgoing.class;
    }

    @Override
    public void writeTo(
            Outgoing outgoing,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        var request = inHand.get();
        inHand.remove();
        try {
            stream.write(outgoing.leaving());
        } catch (Departure.TooLateException e) {
            if (request != null) {
                request.reset();
            }
            throw e;
        }
    }
}
