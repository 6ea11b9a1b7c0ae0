package io.alphapanda.local.launcher;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.replay.DeadLetter;
import io.alphapanda.stage.replay.Origin;
import io.alphapanda.stage.replay.Selection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// Which dead letters are meant, as it can be said on the command line.
final class LetterArguments {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,6})/(\\d{1,18})");

    @Option(names = "--broker", description = "Only this lane's.")
    private String broker;

    @Option(names = "--topic", description = "Only those of this topic, with or without .dlq.")
    private String topic;

    @Option(names = "--reason", description = "Only those with this reason, such as HTTP_503 or DATA_MALFORMED.")
    private String reason;

    @Option(names = "--id", description = "Only those of this event.")
    private String id;

    @Option(
            names = "--at",
            paramLabel = "PARTITION/OFFSET",
            description = "Only the one that lies there, as list says it.")
    private String at;

    @Option(names = "--limit", description = "At most so many. Default: ${DEFAULT-VALUE}")
    private int limit = 100;

    /// @param brokers the house's lanes
    /// @throws StartException naming the option, what is wrong with it and what it may be
    Selection selection(List<String> brokers) {
        if (broker != null && !brokers.contains(broker)) {
            throw new StartException(
                    "--broker " + broker + " is no lane of this house; its lanes are " + String.join(", ", brokers));
        }
        if (limit < 1 || limit > Selection.MAX_LIMIT) {
            throw new StartException("--limit " + limit + " must be 1 to " + Selection.MAX_LIMIT);
        }
        return new Selection(
                Optional.ofNullable(broker),
                Optional.ofNullable(topic).map(each -> known(each, brokers)),
                Optional.ofNullable(reason),
                Optional.ofNullable(id),
                Optional.ofNullable(at).map(LetterArguments::place),
                limit);
    }

    private static DeadLetter.Place place(String at) {
        var parts = PLACE.matcher(at);
        if (!parts.matches()) {
            throw new StartException("--at " + at + " must be a partition and an offset, such as 0/17");
        }
        return new DeadLetter.Place(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    private static String known(String topic, List<String> brokers) {
        return Origin.of(brokers.stream().map(Broker::new).toList()).stream()
                .map(Origin::topic)
                .filter(each -> each.equals(topic) || Topics.deadLetter(each).equals(topic))
                .findFirst()
                .orElseThrow(() -> new StartException(
                        "--topic " + topic + " is no topic of this house; ./panda topics lists them"));
    }
}
