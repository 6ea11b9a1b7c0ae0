package io.alphapanda.local.launcher;

import io.alphapanda.domain.signal.Broker;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// What can be asked of a run on the command line.
final class RunArguments {

    private static final Pattern SPEED = Pattern.compile("max|([1-9][0-9]{0,2}|1000)x");
    private static final DateTimeFormatter RUN_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Option(names = "--brokers", split = ",", description = "Lanes to run. Default: ACTIVE_BROKERS, else paper,zerodha")
    private List<String> brokers = List.of();

    @Option(names = "--ticks", description = "A CSV or CSV.gz file, bitstamp, or simulated. Default: ${DEFAULT-VALUE}")
    private String ticks = "simulated";

    @Option(names = "--speed", description = "1x, 60x (any <n>x), or max. Default: 60x; max with --until-end")
    private String speed;

    @Option(names = "--until-end", description = "End when everything played has been booked.")
    private boolean untilEnd;

    @Option(names = "--report", description = "Write the outcome as JSON (with --until-end).")
    private Path report;

    @Option(names = "--isolated", description = "An arm of processes for each broker.")
    private boolean isolated;

    @Option(
            names = "--door",
            description = "How events enter the lane stages: function, or stream, faster. Default: ${DEFAULT-VALUE}")
    private String door = "function";

    @Option(names = "--port", description = "Port of the API. Default: 8080, or a free one if that is taken")
    private int port;

    /// @throws StartException naming the option, what is wrong with it and what it may be
    RunOptions options() {
        var chosen = speed == null ? (untilEnd ? "max" : "60x") : speed;
        if (!SPEED.matcher(chosen).matches()) {
            throw new StartException("--speed " + chosen + " must be max, or 1x to 1000x");
        }
        if (report != null && !untilEnd) {
            throw new StartException("--report goes with --until-end");
        }
        var played = Ticks.of(ticks);
        return new RunOptions(
                lanes(brokers),
                played,
                chosen,
                played.label() + "." + RUN_NAME.format(Instant.now()),
                isolated,
                Door.of(door),
                untilEnd,
                Optional.ofNullable(report).map(Path::toAbsolutePath),
                Ports.claim("--port", port));
    }

    /// @param brokers those named on the command line; empty for the default
    static List<String> lanes(List<String> brokers) {
        if (!brokers.isEmpty()) {
            return checked("--brokers", brokers);
        }
        var active = System.getenv("ACTIVE_BROKERS");
        return active == null || active.isBlank()
                ? List.of("paper", "zerodha")
                : checked("ACTIVE_BROKERS", List.of(active.split(",")));
    }

    /// Whether a lane is configured, the functions know; whether it could be one, is seen here.
    private static List<String> checked(String from, List<String> names) {
        var seen = new HashSet<String>();
        return names.stream()
                .map(String::strip)
                .flatMap(name -> {
                    try {
                        return Stream.of(new Broker(name).name());
                    } catch (IllegalArgumentException e) {
                        throw new StartException(from + ": " + e.getMessage());
                    }
                })
                .peek(name -> {
                    if (!seen.add(name)) {
                        throw new StartException(from + " names " + name + " twice");
                    }
                })
                .toList();
    }
}
