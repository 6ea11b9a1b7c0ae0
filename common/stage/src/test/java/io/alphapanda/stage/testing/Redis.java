package io.alphapanda.stage.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;

/// Writes into Redis past the function under test, which may be another process.
public final class Redis {

    private Redis() {}

    public static void set(String key, String value) {
        command("SET", key, value);
    }

    /// @return what is there; empty text if nothing is
    public static String get(String key) {
        return command("GET", key);
    }

    /// @return what is there; empty text if nothing is
    public static String hget(String key, String field) {
        return command("HGET", key, field);
    }

    public static void hset(String key, String field, String value) {
        command("HSET", key, field, value);
    }

    /// The last price of an instrument, as the feed writes it.
    public static void lastPrice(String instrument, String price, Instant time) {
        set(
                "market:last:" + instrument,
                "{\"price\":\"%s\",\"time\":\"%s\",\"ordinal\":1,\"stream\":\"test-1\"}".formatted(price, time));
    }

    /// One command in Redis's own protocol (RESP 2): an array of bulk strings, answered by a line or a bulk string.
    private static String command(String... words) {
        var address = URI.create(ConfigProvider.getConfig().getValue("panda.redis.url", String.class));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = new StringBuilder("*" + words.length + "\r\n");
            for (var word : words) {
                request.append("$" + word.getBytes(StandardCharsets.UTF_8).length + "\r\n" + word + "\r\n");
            }
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var first = answer.readLine();
            return switch (first.charAt(0)) {
                case '-' -> throw new AssertionError(words[0] + " " + words[1] + ": " + first);
                case '$' -> first.equals("$-1") ? "" : answer.readLine();
                default -> first.substring(1);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
