package io.alphapanda.local.launcher;

import picocli.CommandLine.Command;

/// `panda dead-letters`, or `panda dlq` for short.
@Command(
        name = "dead-letters",
        aliases = "dlq",
        description = "Lists, shows and replays the events that could not be delivered, of the running house or of the"
                + " last one.",
        subcommands = {ListLettersCommand.class, ShowLettersCommand.class, ReplayCommand.class})
final class DeadLettersCommand {}
