package io.alphapanda.local.proof;

import java.util.List;

/// One check of the delivery protocol taken out of the code, and the tests that must notice. For what PIT can't reach:
/// a Quarkus application loads its classes itself, and what a database or a script decides is no bytecode.
///
/// @param check  what is taken away
/// @param module where
/// @param file   of that module, from its sources on
/// @param code   as it stands there, once
/// @param left   what is left of it
/// @param tests  as `-Dtest` takes them
record Removal(String check, String module, String file, String code, String left, String tests) {

    private static final String STAGE = "common/stage";
    private static final String DELIVERY = "io/alphapanda/stage/delivery/";
    private static final String DOOR = "io/alphapanda/stage/door/";
    private static final String RUNNER = "functions/strategy-runner";
    private static final String ENGINE = "functions/trading-engine";

    static final List<Removal> ALL = List.of(
            stage("the inbox", DELIVERY + "Inbox.java", "inserted == 1", "inserted < 2", "*DeliveredTwice*"),
            stage(
                    "an id belongs to its lane",
                    DELIVERY + "Inbox.java",
                    "broker.equals(lane.name())",
                    "broker.equals(broker)",
                    "eventUnderAnotherLanesId*"),
            stage(
                    "the turn",
                    DELIVERY + "LaneProtocol.java",
                    "decided -> decided\n",
                    "decided -> decided || true\n",
                    "eventAheadOfItsTurn*"),
            stage(
                    "the data's broker",
                    DELIVERY + "LaneProtocol.java",
                    "!logic.broker(data).equals(account.broker())",
                    "logic.broker(data) == null",
                    "badEvent*"),
            stage(
                    "the answer in time",
                    DELIVERY + "LaneProtocol.java",
                    ".after(answerWithin)",
                    ".after(answerWithin.plusDays(1))",
                    "databaseThatDoesNotAnswer*"),
            sweeper(
                    "the sweeper",
                    DELIVERY + "Sweeper.java",
                    "if (sweeping.add(lane(account)))",
                    "if (lane(account).isEmpty())",
                    "eventsOfAProcessThatDied*"),
            sweeper(
                    "a lane's topic holds up no other",
                    DELIVERY + "Sweeper.java",
                    "page.size() < MOST_AT_ONCE ? 0 : page.getLast().id",
                    "0L",
                    "eventsForATopicThatIsMissing*"),
            sweeper(
                    "behind the earlier ones of the key",
                    DELIVERY + "LaneProtocol.java",
                    "                .chain(outbox::behindEarlier)\n                .map(unsent -> new Committed(Handled.DONE",
                    "                .map(unsent -> new Committed(Handled.DONE",
                    "eventLeftByAProcess*"),
            sweeper(
                    "what is known to be sent",
                    DELIVERY + "SentMarks.java",
                    "return noted.contains(outboxId) ||",
                    "return outboxId < 0 && noted.contains(outboxId) || outboxId < 0 &&",
                    "eventThatWasReadJustBefore*"),
            gatekeeper("the stamps", "lane.isEmpty() || topic.isEmpty()", "lane.equals(topic)", "eventWithoutAStamp*"),
            gatekeeper(
                    "a dead letter is written before the answer",
                    "failure -> {\n                                count.failed(",
                    "failure -> {\n                                http.response().setStatusCode(204).end();\n"
                            + "                                count.failed(",
                    "badEventWhoseDeadLetter*"),
            new Removal(
                    "the publisher's epoch",
                    RUNNER,
                    "io/alphapanda/runner/Shard.java",
                    "batch.sequence().compareTo(head) > 0",
                    "batch.sequence().n() > head.n()",
                    "RunnerDoorTest#aReplacedPublishers*"),
            new Removal(
                    "the shard is as it was read",
                    RUNNER,
                    "io/alphapanda/runner/ShardStore.java",
                    "if stands ~= ARGV[1] then",
                    "if stands == nil then",
                    "RunnerDoorTest#aShardMoved*"),
            engine(
                    "no more time to send for a clock that is set back",
                    "Desk.java",
                    "latest.isBefore(sendBy) ? latest : sendBy",
                    "latest.isBefore(Instant.MIN) ? latest : sendBy",
                    "setBackItLetsNoOrderLeaveLate"),
            engine(
                    "silence was listened to for its whole length",
                    "BookReader.java",
                    "listened(order),",
                    "listened(order).plusDays(1),",
                    "setForwardItGivesUpNoOrder*"),
            engine(
                    "a cancellation is put off by a minute at most",
                    "Cancellations.java",
                    "interval '61 seconds'",
                    "interval '1 day'",
                    "setBackItPutsNoCancellationOff"),
            new Removal(
                    "a halt waits for answers by steady time",
                    ENGINE,
                    "io/alphapanda/engine/control/EarlierOrders.java",
                    "steady.since(waiting.began()).compareTo(longest) > 0",
                    "!longest.isNegative()",
                    "ClockStepsTest#setForwardItAcknowledges*"));

    private static Removal engine(String check, String file, String code, String left, String test) {
        return new Removal(check, ENGINE, "io/alphapanda/engine/live/" + file, code, left, "ClockStepsTest#" + test);
    }

    private static Removal stage(String check, String file, String code, String left, String test) {
        return new Removal(check, STAGE, file, code, left, "FunctionDoorTest#" + test);
    }

    private static Removal sweeper(String check, String file, String code, String left, String test) {
        return new Removal(check, STAGE, file, code, left, "SweeperTest#" + test);
    }

    private static Removal gatekeeper(String check, String code, String left, String test) {
        return new Removal(check, STAGE, DOOR + "Gatekeeper.java", code, left, "GatekeeperTest#" + test);
    }

    /// The same one, looked at by other tests.
    Removal by(String others) {
        return new Removal(check, module, file, code, left, others);
    }

    String path() {
        return module + "/src/main/java/" + file;
    }

    /// @throws IllegalStateException if the code does not say that any more, or says it more than once
    String from(String source) {
        int at = source.indexOf(code);
        if (at < 0 || source.indexOf(code, at + 1) >= 0) {
            throw new IllegalStateException(path() + " must say '" + code + "' once, for " + check
                    + " to be taken out; bring Removal up to date");
        }
        return source.substring(0, at) + left + source.substring(at + code.length());
    }
}
