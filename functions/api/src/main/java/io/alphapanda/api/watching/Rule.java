package io.alphapanda.api.watching;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// One thing that is watched.
///
/// @param name  for tests and pages
/// @param signs the conditions that hold now
record Rule(String name, BiFunction<HouseState, Limits, Stream<Condition>> signs) {

    /// Everything that is watched.
    static final List<Rule> ALL = List.of(
            new Rule("lag", PipelineRules::lag),
            new Rule("dead letters", PipelineRules::deadLetters),
            new Rule("unsent", PipelineRules::unsent),
            new Rule("Kafka unseen", PipelineRules::unseen),
            new Rule("feeds", FeedRules::feeds),
            new Rule("halted", TradingRules::halted),
            new Rule("rejections", TradingRules::rejections),
            new Rule("reconciliation", TradingRules::reconciliation),
            new Rule("silent services", SystemRules::silent),
            new Rule("memory", SystemRules::memory),
            new Rule("disk", SystemRules::disk),
            new Rule("undelivered", SystemRules::undelivered));

    static List<Condition> conditions(HouseState state, Limits limits) {
        return ALL.stream().flatMap(each -> each.signs.apply(state, limits)).toList();
    }
}
