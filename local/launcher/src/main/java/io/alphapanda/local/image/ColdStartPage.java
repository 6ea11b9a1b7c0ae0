package io.alphapanda.local.image;

import io.alphapanda.local.image.ColdStart.Round;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// The figures as a page of the documentation.
final class ColdStartPage {

    private ColdStartPage() {}

    static String of(List<ColdStartFigures> figures, Path flags) {
        var page = new StringBuilder("""
                # Cold start

                From the start of a function's process to its answer to a first event, which it has decided and stored by then, and in a lane sent too. Written by
                `./panda bench cold-start`, so don't edit it.

                - **plain**: the fast-jar, `java -jar`
                - **image**: what `functions/Dockerfile.jvm` holds: the aot-jar, its JVM flags, the AOT cache trained with sample events

                Both have `%s`, services on the same machine, and take turns; a first round is not counted.

                | function | plain, median ms | image, median ms | ratio | plain, all | image, all |
                |---|---|---|---|---|---|
                """.formatted(ImageForm.MEMORY));
        figures.forEach(each -> page.append("| %s | %d | %d | %s | %s | %s |%n"
                .formatted(
                        each.room(),
                        each.plainMillis(),
                        each.imageMillis(),
                        String.format(Locale.ROOT, "%.2f", each.ratio()),
                        each.range(Round::plain),
                        each.range(Round::image))));
        page.append("""

                %d rounds, %s, JDK %s, %s, %d processors, load %s when it ended.

                The image's JVM flags (`functions/jvm.options`):

                ```
                %s
                ```
                """.formatted(
                        figures.getFirst().rounds().size(),
                        LocalDate.now(ZoneOffset.UTC),
                        System.getProperty("java.vm.version"),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                        lines(flags)));
        return page.toString();
    }

    private static String lines(Path flags) {
        try {
            return Files.readString(flags).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
