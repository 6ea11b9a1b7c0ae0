package io.alphapanda.local.launcher;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `panda login BROKER`: a broker has no login without a person and their browser, so this says where, and waits.
@Command(name = "login", description = "Says where to log in at a broker, and waits until somebody has.")
final class LoginCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BROKER", description = "The account, as ACTIVE_BROKERS names it.")
    private String broker;

    @Option(names = "--print", description = "Prints the address and does not wait.")
    private boolean print;

    @Override
    public Integer call() {
        var state = RunState.read(Layout.find())
                .filter(each -> each.launcher().isPresent())
                .orElseThrow(() -> new StartException("no house is running to log in for; ./panda run first"));
        try (var http = HttpClient.newHttpClient()) {
            var out = spec.commandLine().getOut();
            var login = new Login(EngineSession.of(http, state, broker), out);
            if (print) {
                login.print();
            } else {
                login.await(PATIENCE);
            }
            return 0;
        }
    }
}
