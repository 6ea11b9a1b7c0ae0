package io.alphapanda.local.launcher;

import io.alphapanda.stage.replay.DeadLetter;
import io.alphapanda.stage.replay.Verdict;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints dead letters, under the topic they lie in, with what becomes of them.
///
/// ```
/// paper.signals.raw.dlq
///   0/17  2026-03-05T05:31:02Z  HTTP_503  signal-generated  812 bytes, was at 2/1873  nse-1/momentum/NSE:TCS/88@paper
///         http://127.0.0.1:41233/: the lane is full
///         would go to paper.signals.raw under the key momentum:NSE:TCS
/// ```
final class LetterLines {

    private static final int MAX_TEXT = 240;
    static final String INDENT = "        ";

    private final PrintWriter out;
    private final String going;
    private String topic = "";

    /// @param going what is said of a letter that can be replayed: it `would go to` its topic
    LetterLines(PrintWriter out, String going) {
        this.out = out;
        this.going = going;
    }

    void print(DeadLetter letter, Verdict verdict) {
        if (!letter.origin().deadLetters().equals(topic)) {
            topic = letter.origin().deadLetters();
            out.println(topic);
        }
        out.printf(
                Locale.ROOT,
                "  %-5s %s  %s  %s  %,d bytes%s  %s%n",
                letter.partition() + "/" + letter.offset(),
                letter.at().truncatedTo(ChronoUnit.SECONDS),
                printable(letter.cause().reason()),
                type(letter),
                letter.data().length,
                letter.delivered()
                        .map(place -> ", was at " + place.partition() + "/" + place.offset())
                        .orElse(""),
                letter.id().isEmpty() ? "(no id)" : printable(letter.id()));
        var cause = Stream.of(letter.cause().by(), letter.cause().detail())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(": "));
        if (!cause.isEmpty()) {
            out.println(INDENT + printable(cause));
        }
        becomes(letter, verdict);
    }

    private void becomes(DeadLetter letter, Verdict verdict) {
        switch (verdict) {
            case Verdict.Refused refused ->
                out.println(INDENT + "stays here: " + refused.reason() + ", " + printable(refused.detail()));
            case Verdict.Replayable able -> {
                able.replayed().ifPresent(at -> out.println(INDENT + "was replayed at " + at));
                out.println(INDENT + going + " " + letter.origin().topic() + " under the key " + able.key());
                able.notes().forEach(note -> out.println(INDENT + note));
            }
        }
    }

    private static String type(DeadLetter letter) {
        return letter.type().isEmpty()
                ? "(no type)"
                : printable(letter.type()).replaceAll("^io\\.alphapanda\\.(.+)\\.v1$", "$1");
    }

    /// One line of bounded length: it is a stranger's text on somebody's terminal.
    static String printable(String text) {
        return withoutControl(text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…");
    }

    /// It can move no cursor and change no colour.
    static String withoutControl(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
