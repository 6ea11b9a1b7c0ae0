package io.alphapanda.local.infrastructure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// One inline Redis command, one line of answer: enough to see whether data survived.
final class RedisProbe {
    private RedisProbe() {}

    static String ask(String uri, String command) throws IOException {
        URI address = URI.create(uri);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = answer.readLine();
            return line != null && line.startsWith("$") && !line.equals("$-1") ? answer.readLine() : line;
        }
    }
}
