package io.alphapanda.local.proof.house;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Ways to spoil an event.
final class Spoiling {

    private static final List<String> ATTRIBUTES = List.of(
            "ce-id",
            "ce-source",
            "ce-type",
            "ce-time",
            "ce-specversion",
            "ce-broker",
            "ce-correlationid",
            "ce-partitionkey",
            "content-type",
            "ce-lane",
            "ce-topic");
    private static final List<String> ODD = List.of(
            "x",
            "0",
            "-1",
            "null",
            "1.0",
            "paper-b",
            "io.alphapanda.order-filled.v1",
            "2026-13-45T99:99:99Z",
            "application/cloudevents+json",
            "' or 1=1 --",
            "${jndi:none}",
            "a".repeat(300));

    private final Random random;

    Spoiling(Random random) {
        this.random = random;
    }

    /// @param number told apart by it
    Spoilt spoil(Spoilt whole, long number) {
        Map<String, String> headers = new LinkedHashMap<>(whole.headers());
        headers.put("ce-subject", "garbage/" + number);
        var data = whole.data();
        var how = new ArrayList<String>();
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            if (random.nextBoolean()) {
                how.add(attribute(headers));
            } else {
                data = bytes(data, how);
            }
        }
        return new Spoilt(whole.room(), headers.get("ce-subject"), headers, data, String.join(", ", how));
    }

    /// Stamps stay what they are or go: no source stamps a lane or topic that is not its own.
    private String attribute(Map<String, String> headers) {
        var name = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
        if (random.nextBoolean() || name.equals("ce-lane") || name.equals("ce-topic")) {
            headers.remove(name);
            return "without " + name;
        }
        headers.put(name, ODD.get(random.nextInt(ODD.size())));
        return "odd " + name;
    }

    private byte[] bytes(byte[] data, List<String> how) {
        switch (random.nextInt(6)) {
            case 0 -> {
                how.add("cut short");
                return Arrays.copyOf(data, random.nextInt(data.length + 1));
            }
            case 1 -> {
                how.add("bytes changed");
                var changed = data.clone();
                for (int i = random.nextInt(1, 6); i > 0 && changed.length > 0; i--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                return changed;
            }
            case 2 -> {
                how.add("noise");
                var noise = new byte[random.nextInt(3_000)];
                random.nextBytes(noise);
                return noise;
            }
            case 3 -> {
                how.add("twice");
                return (text(data) + text(data)).getBytes(StandardCharsets.UTF_8);
            }
            case 4 -> {
                how.add("a digit changed");
                var digit = Integer.toString(random.nextInt(10));
                return text(data).replaceFirst("\\d", digit).getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                how.add("nested deeply");
                int depth = random.nextInt(1, 5_000);
                return ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }
}
