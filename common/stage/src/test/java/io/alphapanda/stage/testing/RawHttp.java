package io.alphapanda.stage.testing;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/// Posts exactly the bytes it is told to: clients correct or refuse much of what a door must withstand.
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 60_000;

    private RawHttp() {}

    /// Posts an event as a KafkaSource does and returns the status.
    public static int post(Knock knock) {
        return post("/", List.copyOf(knock.headers().entrySet()), knock.data());
    }

    /// @param data null for a request without a body
    public static int post(String path, List<Map.Entry<String, String>> headers, byte[] data) {
        var request = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: trial\r\nconnection: close\r\n");
        headers.stream()
                .filter(each -> !each.getKey().equalsIgnoreCase("content-length"))
                .forEach(each -> request.append(each.getKey() + ": " + each.getValue() + "\r\n"));
        if (data != null) {
            request.append("content-length: " + data.length + "\r\n");
        }
        return send(request.append("\r\n").toString(), out -> {
            if (data != null) {
                out.write(data);
            }
        });
    }

    /// Announces so many bytes of data, and sends none of them.
    public static int announce(Knock knock, long length) {
        return send(head(knock) + "content-length: " + length + "\r\n\r\n", _ -> {});
    }

    /// Sends so many bytes of data without having announced how many.
    public static int stream(Knock knock, int kilobytes) {
        return send(head(knock) + "transfer-encoding: chunked\r\n\r\n", out -> {
            var kilobyte = new byte[1024];
            for (int i = 0; i < kilobytes; i++) {
                out.write("400\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(kilobyte);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static String head(Knock knock) {
        var head = new StringBuilder("POST / HTTP/1.1\r\nhost: trial\r\nconnection: close\r\n");
        knock.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.toString();
    }

    private interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private static int send(String head, Body body) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                socket.getOutputStream().write(bytes.toByteArray());
                body.writeTo(socket.getOutputStream());
                socket.getOutputStream().flush();
            } catch (IOException _) {
                // The server may answer and close before it has read everything; the answer counts.
            }
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            if (answer == null) {
                throw new AssertionError("no answer");
            }
            return Integer.parseInt(answer.split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
