package io.alphapanda.kite;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Writes a body. The client asks for it when it has a connection and nothing has been written to that yet, which makes
/// this the last place where a request can be held back.
final class OutgoingWriter implements MessageBodyWriter<Outgoing> {

    private final RequestInHand request;

    OutgoingWriter(RequestInHand request) {
        this.request = request;
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
        try {
            stream.write(outgoing.leaving());
            request.written();
        } catch (Departure.TooLateException e) {
            request.refused();
            throw e;
        }
    }
}
