package io.alphapanda.local.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.alphapanda.local.preflight.Addresses;
import io.alphapanda.local.preflight.HouseLook;
import io.alphapanda.stage.preflight.Level;
import io.alphapanda.stage.preflight.Preflight;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `panda preflight`: of the running house; of the stores the configuration names; or, where there are neither, of what
/// can be seen before a start.
@Command(
        name = "preflight",
        description = "Looks whether the house may trade, and what would trade for real money; exit 1 if it may not.")
final class PreflightCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "As GET /api/v1/preflight answers.")
    private boolean json;

    @Option(
            names = "--brokers",
            split = ",",
            description = "Accounts to look at. Default: those that run, else as run has it")
    private List<String> brokers = List.of();

    @Override
    public Integer call() throws JsonProcessingException {
        var layout = Layout.find();
        var running = RunState.read(layout).filter(each -> each.launcher().isPresent());
        var report = Preflight.of(new HouseLook(
                        Optional.of(layout.configuration()).filter(Files::exists),
                        layout.strategies(),
                        accounts(running),
                        running.map(Stores::of)
                                .map(PreflightCommand::addresses)
                                .or(() -> configured(Settings.of(layout))))
                .facts(Instant.now()));
        spec.commandLine().getOut().println(json ? JSON.writeValueAsString(report) : report.asText());
        return report.level() == Level.FAIL ? 1 : 0;
    }

    private List<String> accounts(Optional<RunState> running) {
        return brokers.isEmpty()
                ? running.map(RunState::brokers).orElseGet(() -> RunArguments.lanes(brokers))
                : RunArguments.lanes(brokers);
    }

    private static Addresses addresses(Stores stores) {
        return new Addresses(stores.kafka(), stores.redis(), stores.jdbc(), stores.user(), stores.password());
    }

    /// Stores that a person has named; the stages' defaults name none that must be there.
    private static Optional<Addresses> configured(Settings settings) {
        if (settings.named("panda.database.url").isEmpty()
                && settings.named("kafka.bootstrap.servers").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Addresses(
                settings.find("kafka.bootstrap.servers").orElse(""),
                settings.find("panda.redis.url").orElse(""),
                "jdbc:" + settings.find("panda.database.url").orElse(""),
                settings.find("panda.database.user").orElse(""),
                settings.find("panda.database.password").orElse("")));
    }
}
