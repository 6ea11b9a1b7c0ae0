package io.alphapanda.local.launcher;

import io.alphapanda.local.check.AuditException;
import io.alphapanda.local.image.BenchCommand;
import io.alphapanda.local.image.ImageException;
import io.alphapanda.local.image.ImagesCommand;
import io.alphapanda.local.image.TrainCommand;
import io.alphapanda.local.manifests.ManifestException;
import io.alphapanda.local.proof.SoakCommand;
import io.alphapanda.stage.replay.ReplayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line behind `./panda`.
@Command(
        name = "panda",
        description = "Alpha Panda on this machine.",
        subcommands = {
            RunCommand.class,
            PreflightCommand.class,
            DevCommand.class,
            LoginCommand.class,
            HaltCommand.class,
            ResumeCommand.class,
            ReconcileCommand.class,
            CheckCommand.class,
            SoakCommand.class,
            DeadLettersCommand.class,
            RebuildCommand.class,
            TopicsCommand.class,
            ClusterReportCommand.class,
            StopCommand.class,
            ImagesCommand.class,
            BenchCommand.class,
            TrainCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof StartException
                            || failure instanceof AuditException
                            || failure instanceof ImageException
                            || failure instanceof ReplayException
                            || failure instanceof ManifestException) {
                        command.getErr().println("panda: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }
}
