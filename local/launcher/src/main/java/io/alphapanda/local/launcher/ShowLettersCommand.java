package io.alphapanda.local.launcher;

import io.alphapanda.stage.replay.DeadLetter;
import io.alphapanda.stage.replay.Verdict;
import java.io.PrintWriter;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;

/// `panda dead-letters show`.
@Command(name = "show", description = "As list, and prints what was delivered: headers and bytes.")
final class ShowLettersCommand extends LookCommand {

    @Override
    BiConsumer<DeadLetter, Verdict> teller(PrintWriter out) {
        BiConsumer<DeadLetter, Verdict> lines = new LetterLines(out, "can go to")::print;
        return lines.andThen((letter, _) -> new LetterContent(letter).print(out));
    }
}
