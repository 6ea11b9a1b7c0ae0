package io.alphapanda.local.proof.house;

import io.alphapanda.local.proof.NotHere;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What of a process's heap lives on after a collection, asked with the JDK's own `jcmd`.
final class LiveHeap {

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private LiveHeap() {}

    /// In kB, after a collection made for the purpose.
    ///
    /// @throws NotHere if there is no `jcmd`
    static long of(long process) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            throw new NotHere("it needs the JDK's jcmd, and " + jcmd + " is not there");
        }
        try {
            var asked = Files.createTempFile("live-heap", ".txt");
            try {
                Files.writeString(asked, "GC.run\nGC.heap_info\n");
                var asking = new ProcessBuilder(jcmd.toString(), Long.toString(process), "-f", asked.toString())
                        .redirectErrorStream(true)
                        .start();
                var said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return kilobytes(said);
            } finally {
                Files.delete(asked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of what `GC.heap_info` says: every generation, without what lies outside the heap.
    static long kilobytes(String said) {
        long sum = USED.matcher(said)
                .results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .sum();
        if (sum == 0) {
            throw new IllegalStateException("no heap in what the process said: " + said);
        }
        return sum;
    }
}
