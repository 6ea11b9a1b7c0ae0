package io.alphapanda.api.watching;

import java.time.Duration;
import java.util.stream.Stream;

/// Whether events flow.
final class PipelineRules {

    private PipelineRules() {}

    static Stream<Condition> lag(HouseState state, Limits limits) {
        return state.kafka().stream()
                .flatMap(view -> view.lags().stream())
                .filter(each -> each.unread() > limits.lag())
                .map(each -> Condition.of(
                        AlertCode.LAG_HIGH,
                        each.group(),
                        "%d records of %s are not read, %d are allowed; see whether its stage is up and its database answers"
                                .formatted(each.unread(), each.topic(), limits.lag())));
    }

    static Stream<Condition> deadLetters(HouseState state, Limits limits) {
        return state.letters().entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> Condition.of(
                        AlertCode.DEAD_LETTERS,
                        each.getKey(),
                        "%d could not be delivered; see ./panda dead-letters list, put the cause right and replay them"
                                .formatted(each.getValue())));
    }

    static Stream<Condition> unsent(HouseState state, Limits limits) {
        return state.unsent().stream()
                .filter(each -> age(each.oldest(), state).compareTo(limits.unsent()) > 0)
                .map(each -> Condition.of(
                        AlertCode.OUTBOX_UNSENT,
                        each.broker(),
                        each.stage(),
                        "%d events were decided and not sent, the oldest %d s ago; see whether Kafka and its topic are there"
                                .formatted(
                                        each.events(), age(each.oldest(), state).toSeconds())));
    }

    static Stream<Condition> unseen(HouseState state, Limits limits) {
        return state
                .kafka()
                .filter(view -> age(view.at(), state).compareTo(limits.silence()) > 0)
                .map(view -> Condition.of(
                        AlertCode.KAFKA_UNSEEN,
                        "kafka",
                        "last looked at %d s ago by %s; see whether a market-feed is up"
                                .formatted(age(view.at(), state).toSeconds(), view.by())))
                .stream();
    }

    private static Duration age(java.time.Instant of, HouseState state) {
        return Duration.between(of, state.now());
    }
}
