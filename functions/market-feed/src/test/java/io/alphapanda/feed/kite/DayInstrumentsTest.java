package io.alphapanda.feed.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.feed.kite.AccessTokens.Access;
import io.alphapanda.kite.Secret;
import io.alphapanda.kite.json.UnreadableException;
import io.alphapanda.kite.market.InstrumentList;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayInstrumentsTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
    private static final Access ACCESS = new Access(Secret.of("token"), "1");

    private final List<String> fetched = new ArrayList<>();
    private String answer = Instruments.LIST;

    @TempDir
    Path folder;

    @Test
    void aDaysListIsFetchedOnceAnExchangeAlsoOverARestart() {
        assertThat(read("NSE", THURSDAY).instruments()).hasSize(13);
        assertThat(read("NSE", THURSDAY).instruments()).hasSize(13);
        assertThat(read("NFO", THURSDAY).instruments()).hasSize(13);

        assertThat(fetched).containsExactly("NSE", "NFO");
    }

    @Test
    void theNextDayFetchesAnewAndClearsAwayTheDayBefore() {
        read("NSE", THURSDAY);
        read("NFO", THURSDAY);
        answer = Instruments.HEADER + "408065,1594,INFY,INFOSYS,0,,0,0.05,1,EQ,NSE,NSE\n";

        assertThat(read("NSE", FRIDAY).instruments()).hasSize(1);

        assertThat(fetched).containsExactly("NSE", "NFO", "NSE");
        assertThat(folder)
                .isDirectoryContaining("glob:**/NSE-2026-11-27.csv.gz")
                .isDirectoryContaining("glob:**/NFO-2026-11-26.csv.gz")
                .isDirectoryNotContaining("glob:**/NSE-2026-11-26.csv.gz");
    }

    @Test
    void aFileThatBreaksOffIsFetchedAgain() throws IOException {
        read("NSE", THURSDAY);
        var file = folder.resolve("NSE-2026-11-26.csv.gz");
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThat(read("NSE", THURSDAY).instruments()).hasSize(13);
        assertThat(read("NSE", THURSDAY).instruments()).hasSize(13);

        assertThat(fetched).containsExactly("NSE", "NSE");
        assertThat(file).hasBinaryContent(whole);
    }

    @Test
    void whatCanNotBeReadIsNotKept() {
        answer = "<html>maintenance</html>";

        assertThatThrownBy(() -> read("NSE", THURSDAY)).isInstanceOf(UnreadableException.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCanNotBeWrittenCostsAFetchAndNothingElse() throws IOException {
        var notAFolder = Files.createFile(folder.resolve("file"));

        assertThat(of(notAFolder, "NSE", THURSDAY).instruments()).hasSize(13);
        assertThat(of(notAFolder, "NSE", THURSDAY).instruments()).hasSize(13);

        assertThat(fetched).containsExactly("NSE", "NSE");
    }

    /// As a new process would: nothing is remembered but the files.
    private InstrumentList read(String exchange, LocalDate day) {
        return of(folder, exchange, day);
    }

    private InstrumentList of(Path where, String exchange, LocalDate day) {
        return new DayInstruments(where, (_, name) -> {
                    fetched.add(name);
                    return Uni.createFrom().item(answer.getBytes(StandardCharsets.UTF_8));
                })
                .of(exchange, day, ACCESS, _ -> true);
    }
}
