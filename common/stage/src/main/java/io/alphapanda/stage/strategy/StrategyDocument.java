package io.alphapanda.stage.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.domain.strategy.Interval;
import io.alphapanda.domain.strategy.Parameters;
import io.alphapanda.domain.strategy.StrategyDefinition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A strategy as a person writes it, in YAML or as JSON in the ledger.
///
/// @param id           its name
/// @param type         the rule
/// @param enabled      true unless set
/// @param live         whether real money may be traded; false unless set
/// @param brokers      lanes its signals are copied to
/// @param assetClasses markets it listens to
/// @param instruments  what it trades; every instrument of its asset classes unless set
/// @param interval     `tick` unless set
/// @param size         quantity of every signal
/// @param signalTtl    ISO 8601; a minute unless set
/// @param parameters   the rule's own numbers; their defaults unless set
@RegisterForReflection
public record StrategyDocument(
        @JsonProperty(required = true) StrategyId id,
        @JsonProperty(required = true) String type,
        Optional<Boolean> enabled,
        Optional<Boolean> live,
        @JsonProperty(required = true) List<Broker> brokers,
        @JsonProperty(required = true) List<AssetClass> assetClasses,
        Optional<List<InstrumentId>> instruments,
        Optional<Interval> interval,
        @JsonProperty(required = true) BigDecimal size,
        Optional<Duration> signalTtl,
        Optional<Map<String, BigDecimal>> parameters) {

    private static final Duration DEFAULT_TTL = Duration.ofMinutes(1);

    /// @throws IllegalArgumentException naming what can't be used
    public StrategyDefinition definition(long version) {
        return new StrategyDefinition(
                id,
                version,
                type,
                enabled.orElse(true),
                live.orElse(false),
                brokers,
                new LinkedHashSet<>(assetClasses),
                new LinkedHashSet<>(instruments.orElse(List.of())),
                interval.orElse(Interval.TICK),
                new Quantity(size),
                signalTtl.orElse(DEFAULT_TTL),
                new Parameters(parameters.orElse(Map.of())));
    }

    /// The same, switched off.
    public StrategyDocument disabled() {
        return new StrategyDocument(
                id,
                type,
                Optional.of(false),
                live,
                brokers,
                assetClasses,
                instruments,
                interval,
                size,
                signalTtl,
                parameters.map(TreeMap::new));
    }
}
