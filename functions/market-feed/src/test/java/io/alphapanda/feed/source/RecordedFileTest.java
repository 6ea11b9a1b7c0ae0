package io.alphapanda.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedFileTest {

    private static final String HEADER = "timestamp,symbol,last_price,volume";

    @TempDir
    Path directory;

    @Test
    void aLineBecomesATickAtItsLineNumberInTheFilesOrder() throws IOException {
        var file = file(HEADER, "2021-06-03 09:15:40,BAJFINANCE,5838.80,22228", "2021-06-03 09:15:38,M&M,811.25,80202");

        assertThat(all(file))
                .containsExactly(
                        new SourceTick(
                                2,
                                InstrumentId.of("NSE:BAJFINANCE"),
                                Instant.parse("2021-06-03T03:45:40Z"),
                                Price.of("5838.8"),
                                Quantity.of(22_228)),
                        new SourceTick(
                                3,
                                InstrumentId.of("NSE:M&M"),
                                Instant.parse("2021-06-03T03:45:38Z"),
                                Price.of("811.25"),
                                Quantity.of(80_202)));
    }

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        var file = file("volume,exchange,last_price,timestamp,symbol", "7,x,10.5,2021-06-03 09:15:40,TCS");

        assertThat(all(file))
                .extracting(
                        each -> each.instrument().toString(),
                        each -> each.price().toString(),
                        each -> each.volume().toString())
                .containsExactly(tuple("NSE:TCS", "10.5", "7"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2021-06-03 09:15:38,       2021-06-03T03:45:38Z",
        "2021-06-03 09:15:38.5,     2021-06-03T03:45:38.500Z",
        "2021-06-03 09:15:38.123,   2021-06-03T03:45:38.123Z",
        "2021-06-03T03:45:38Z,      2021-06-03T03:45:38Z",
        "2021-06-03T09:15:38+05:30, 2021-06-03T03:45:38Z",
        "1385337600,                2013-11-25T00:00:00Z",
    })
    void timeIsReadInEveryNotation(String written, Instant meant) throws IOException {
        assertThat(all(file(HEADER, written + ",TCS,10,1")))
                .extracting(SourceTick::time)
                .containsExactly(meant);
    }

    @Test
    void aPackedFileIsKnownByItsBytes() throws IOException {
        var packed = directory.resolve("day");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((HEADER + "\n2021-06-03 09:15:40,TCS,10,1\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(all(packed)).hasSize(1);
    }

    @Test
    void brokenLinesAreSkippedAndToldWithTheirNumbers() throws IOException {
        var file = file(
                HEADER,
                "2021-06-03 09:15:40,TCS,10,1",
                "2021-06-03 09:15:40,TCS,10",
                "yesterday,TCS,10,1",
                "2021-06-03 09:15:40,TCS,ten,1",
                "2021-06-03 09:15:40,TCS,0,1",
                "2021-06-03 09:15:40,T C S,10,1",
                "2021-06-03 09:15:40,TCS,10,-1",
                "",
                "2021-06-03 09:15:41,TCS,11,2");

        try (var ticks = new RecordedFile(file, Venues.find("NSE").orElseThrow()).open()) {
            assertThat(drain(ticks)).extracting(SourceTick::position).containsExactly(2L, 10L);
            assertThat(ticks.brokenLines().count()).isEqualTo(7);
            assertThat(ticks.brokenLines().first())
                    .extracting(BrokenLines.BrokenLine::line, BrokenLines.BrokenLine::reason)
                    .contains(
                            tuple(3L, "has 3 fields; at least 4 are needed"),
                            tuple(5L, "price 'ten' is not a decimal number"),
                            tuple(6L, "price 0 must be above 0"),
                            tuple(8L, "quantity -1 must not be below 0"));
        }
    }

    @Test
    void onlyTheFirstTwentyBrokenLinesAreRemembered() throws IOException {
        var lines = new String[31];
        Arrays.fill(lines, "?");
        lines[0] = HEADER;

        try (var ticks = new RecordedFile(file(lines), Venues.find("NSE").orElseThrow()).open()) {
            assertThat(drain(ticks)).isEmpty();
            assertThat(ticks.brokenLines().count()).isEqualTo(30);
            assertThat(ticks.brokenLines().first()).hasSize(20);
        }
    }

    @ParameterizedTest(name = "header ''{0}''")
    @ValueSource(strings = {"time,symbol,last_price,volume", "a;b;c", "timestamp,symbol,price,volume"})
    void aHeaderWithoutTheColumnsIsRefused(String header) throws IOException {
        var file = file(header, "2021-06-03 09:15:40,TCS,10,1");

        assertThatThrownBy(() -> all(file))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("has no column");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        var file = Files.createFile(directory.resolve("empty.csv"));

        assertThatThrownBy(() -> all(file))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aFileThatBreaksOffDoesNotLookLikeItsEnd() throws IOException {
        var packed = directory.resolve("day.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((HEADER + "\n2021-06-03 09:15:40,TCS,10,1\n".repeat(5_000))
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        var bytes = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(bytes, bytes.length - 20));

        assertThatThrownBy(() -> all(packed))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("breaks off");
    }

    @Test
    void aRecordedDayOfTheExchangeIsReadWhole() {
        var day = Path.of(System.getProperty("panda.root", "."), "../shared/data/nse-ticks/2021-06-03.csv.gz");
        assumeTrue(Files.isReadable(day), "needs ../shared/data/nse-ticks/2021-06-03.csv.gz");

        try (var ticks = new RecordedFile(day, Venues.find("NSE").orElseThrow()).open()) {
            long count = 0;
            while (ticks.next().isPresent()) {
                count++;
            }
            assertThat(count).isEqualTo(779_355);
            assertThat(ticks.brokenLines().count()).isZero();
        }
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("day.csv"), List.of(lines));
    }

    private static List<SourceTick> all(Path file) {
        try (var ticks = new RecordedFile(file, Venues.find("NSE").orElseThrow()).open()) {
            return drain(ticks);
        }
    }

    private static List<SourceTick> drain(Ticks ticks) {
        var all = new ArrayList<SourceTick>();
        for (var next = ticks.next(); next.isPresent(); next = ticks.next()) {
            all.add(next.get());
        }
        return all;
    }
}
