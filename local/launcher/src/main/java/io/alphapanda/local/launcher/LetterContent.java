package io.alphapanda.local.launcher;

import io.alphapanda.stage.replay.DeadLetter;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Prints what was delivered: each header, and the bytes, as text where they are text and as hexadecimal numbers where
/// they are not. Long ones are cut, and say so.
///
/// ```
///         content-type: application/json
///         ce_id: nse-1/momentum/NSE:TCS/88@paper
///         ----
///         {"broker":"paper","signal":{
/// ```
record LetterContent(DeadLetter letter) {

    /// Most that is printed of the bytes.
    private static final int MOST_BYTES = 16_384;

    private static final int IN_A_LINE = 32;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    void print(PrintWriter out) {
        letter.headers()
                .forEach(each -> out.println(
                        LetterLines.INDENT + LetterLines.printable(each.key() + ": " + value(each.value()))));
        out.println(LetterLines.INDENT + (letter.data().length == 0 ? "(no data)" : "----"));
        int shown = Math.min(letter.data().length, MOST_BYTES);
        var data = Arrays.copyOf(letter.data(), shown);
        text(letter.data()).ifPresentOrElse(_ -> printText(out, data), () -> printBytes(out, data));
        if (shown < letter.data().length) {
            out.println(LetterLines.INDENT + "… and %,d bytes more".formatted(letter.data().length - shown));
        }
        out.println();
    }

    private static void printText(PrintWriter out, byte[] data) {
        new String(data, StandardCharsets.UTF_8)
                .lines()
                .forEach(each -> out.println(LetterLines.INDENT + LetterLines.withoutControl(each)));
    }

    private static void printBytes(PrintWriter out, byte[] data) {
        for (int from = 0; from < data.length; from += IN_A_LINE) {
            out.println(LetterLines.INDENT + HEX.formatHex(data, from, Math.min(from + IN_A_LINE, data.length)));
        }
    }

    private static String value(byte[] value) {
        return value == null ? "" : text(value).orElseGet(() -> HEX.formatHex(value));
    }

    private static Optional<String> text(byte[] data) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
