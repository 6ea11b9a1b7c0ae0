package io.alphapanda.local.launcher;

import io.alphapanda.stage.replay.DeadLetter;
import io.alphapanda.stage.replay.Verdict;
import java.io.PrintWriter;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;

/// `panda dead-letters list`.
@Command(
        name = "list",
        description = "Says of each which event it is, why it is there, and whether it can be replayed.")
final class ListLettersCommand extends LookCommand {

    @Override
    BiConsumer<DeadLetter, Verdict> teller(PrintWriter out) {
        return new LetterLines(out, "can go to")::print;
    }
}
