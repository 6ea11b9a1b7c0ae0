package io.alphapanda.api.watching;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How the house is.
///
/// @param at     when it was looked at
/// @param status the worst of its parts
/// @param parts  in a fixed order
@RegisterForReflection
@Schema(description = "How the house is, part by part")
public record HouseHealth(Instant at, Status status, List<Part> parts) {

    public HouseHealth {
        parts = List.copyOf(parts);
    }

    /// How a part is, the worst last.
    @RegisterForReflection
    public enum Status {
        UP,
        /// Something must be looked at, and it goes on.
        DEGRADED,
        /// Something critical stands.
        DOWN
    }

    /// @param name   `stores`, `pipeline`, `market`, `system`, or an account as `lane:paper`
    /// @param status how it is
    /// @param words  what is wrong, for people; empty if nothing is
    @RegisterForReflection
    @Schema(name = "HealthPart", description = "A part of the house")
    public record Part(String name, Status status, List<String> words) {}

    static HouseHealth of(HouseState state, Limits limits) {
        var conditions = Rule.conditions(state, limits);
        var parts = new ArrayList<Part>();
        // What was looked at did answer.
        parts.add(new Part("stores", Status.UP, List.of()));
        for (var category :
                List.of(AlertCode.Category.PIPELINE, AlertCode.Category.MARKET, AlertCode.Category.SYSTEM)) {
            parts.add(part(
                    category.name().toLowerCase(java.util.Locale.ROOT),
                    conditions.stream()
                            .filter(each -> each.code().category() == category
                                    && each.broker().isEmpty())
                            .toList()));
        }
        state.lanes()
                .forEach(lane -> parts.add(part(
                        "lane:" + lane.broker(),
                        conditions.stream()
                                .filter(each -> each.broker()
                                        .filter(lane.broker()::equals)
                                        .isPresent())
                                .toList())));
        return of(state.now(), parts);
    }

    /// When the ledger or Redis is away, nothing else is known.
    static HouseHealth storesAway(Instant now, String words) {
        return of(now, List.of(new Part("stores", Status.DOWN, List.of(words))));
    }

    private static HouseHealth of(Instant now, List<Part> parts) {
        var worst =
                parts.stream().map(Part::status).max(Comparator.naturalOrder()).orElse(Status.UP);
        return new HouseHealth(now, worst, parts);
    }

    private static Part part(String name, List<Condition> conditions) {
        var worst = conditions.stream()
                .map(each -> each.code().severity() == Severity.CRITICAL ? Status.DOWN : Status.DEGRADED)
                .max(Comparator.naturalOrder())
                .orElse(Status.UP);
        return new Part(
                name,
                worst,
                conditions.stream()
                        .map(each -> each.code() + " " + each.subject() + ": " + each.words())
                        .toList());
    }
}
