package io.alphapanda.local.kite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A WebSocket on the ticker that remembers what came.
public final class TickerProbe implements WebSocket.Listener, AutoCloseable {
    private final List<byte[]> binary = new CopyOnWriteArrayList<>();
    private final List<JsonNode> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger pongs = new AtomicInteger();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private volatile boolean closed;
    private volatile WebSocket socket;

    /// @throws java.util.concurrent.CompletionException caused by WebSocketHandshakeException, when refused
    public static TickerProbe connect(Broker broker, String accessToken) {
        TickerProbe probe = new TickerProbe();
        URI url = URI.create(
                broker.simulator().tickerUrl() + "/?api_key=" + Broker.API_KEY + "&access_token=" + accessToken);
        int before = broker.simulator().tickerConnections(Broker.USER);
        probe.socket = broker.client()
                .http()
                .newWebSocketBuilder()
                .buildAsync(url, probe)
                .join();
        Await.until("connected", () -> broker.simulator().tickerConnections(Broker.USER) > before);
        return probe;
    }

    public static TickerProbe connect(Broker broker) {
        return connect(broker, broker.client().accessToken());
    }

    public void send(String command) {
        socket.sendText(command, true).join();
    }

    public void ping() {
        socket.sendPing(ByteBuffer.allocate(0)).join();
    }

    public int pongs() {
        return pongs.get();
    }

    public boolean closed() {
        return closed;
    }

    /// Frames of more than one byte.
    public List<byte[]> frames() {
        return binary.stream().filter(frame -> frame.length > 1).toList();
    }

    public long heartbeats() {
        return binary.stream().filter(frame -> frame.length == 1).count();
    }

    public int everything() {
        return binary.size() + texts.size();
    }

    /// Text frames of a type.
    public List<JsonNode> texts(String type) {
        return texts.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .map(frame -> frame.path("data"))
                .toList();
    }

    /// The packets of the last frame.
    public List<ByteBuffer> lastPackets() {
        ByteBuffer frame = ByteBuffer.wrap(frames().getLast());
        List<ByteBuffer> packets = new ArrayList<>();
        for (int left = frame.getShort(); left > 0; left--) {
            int length = frame.getShort();
            packets.add(frame.slice(frame.position(), length));
            frame.position(frame.position() + length);
        }
        return packets;
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            texts.add(parse(text.toString()));
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.writeBytes(copy);
        if (last) {
            binary.add(bytes.toByteArray());
            bytes.reset();
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        pongs.incrementAndGet();
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed = true;
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }
}
