package io.alphapanda.local.kafkasource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How a record's key becomes the text of `ce-key`; the value of the label `kafkasources.sources.knative.dev/key-type`.
/// Bytes of another length than the type has are read as UTF-8 text, as the data plane does.
public enum KeyType {
    STRING,
    INT,
    FLOAT,
    BYTE_ARRAY;

    String text(byte[] key) {
        return switch (this) {
            case STRING -> utf8(key);
            case INT ->
                key.length == Integer.BYTES
                        ? Integer.toString(ByteBuffer.wrap(key).getInt())
                        : utf8(key);
            case FLOAT ->
                switch (key.length) {
                    case Float.BYTES -> Float.toString(ByteBuffer.wrap(key).getFloat());
                    case Double.BYTES -> Double.toString(ByteBuffer.wrap(key).getDouble());
                    default -> utf8(key);
                };
            case BYTE_ARRAY -> Base64.getEncoder().encodeToString(key);
        };
    }

    private static String utf8(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
