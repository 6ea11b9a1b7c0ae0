package io.alphapanda.stage.preflight;

import io.alphapanda.domain.calendar.MarketDay;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.strategy.StrategyDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Whether the markets that matter trade today. Never more than a warning: a closed market is no fault.
final class MarketCheck {

    private MarketCheck() {}

    static List<Finding> market(Check check, Facts facts) {
        return facts.validStrategies().stream()
                .map(DefinedStrategy.Valid::definition)
                .filter(StrategyDefinition::enabled)
                .flatMap(MarketCheck::venues)
                .distinct()
                .sorted(Comparator.comparing(Venue::name))
                .map(each -> of(check, facts, each))
                .toList();
    }

    /// Those of its instruments; without instruments, every one of its asset classes.
    private static Stream<Venue> venues(StrategyDefinition definition) {
        return definition.instruments().isEmpty()
                ? Venues.all().stream().filter(each -> definition.assetClasses().contains(each.assetClass()))
                : definition.instruments().stream().flatMap(each -> Venues.find(each).stream());
    }

    private static Finding of(Check check, Facts facts, Venue venue) {
        var day = MarketDay.of(venue.calendar(), facts.now());
        return day.yearIsKnown()
                ? check.ok(venue.name(), day.words())
                : check.warn(
                        venue.name(),
                        day.words() + "; nobody has entered the holidays of "
                                + day.date().getYear(),
                        "enter them in the venue's calendar (common/domain)");
    }
}
