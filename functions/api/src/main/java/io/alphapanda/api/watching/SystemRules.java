package io.alphapanda.api.watching;

import io.alphapanda.stage.watch.ServiceView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the processes are well.
final class SystemRules {

    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final Duration A_DAY = Duration.ofDays(1);

    private SystemRules() {}

    /// A stage that scales to zero says good-bye; only one that was heard and is heard no more is missed.
    static Stream<Condition> silent(HouseState state, Limits limits) {
        return state.services().stream().collect(Collectors.groupingBy(ServiceView::stage)).entrySet().stream()
                .filter(each -> each.getValue().stream().noneMatch(one -> isHeard(one, state, limits)))
                .map(each -> Condition.of(
                        AlertCode.SERVICE_SILENT,
                        each.getKey(),
                        "last heard of at %s; see its log"
                                .formatted(each.getValue().stream()
                                        .map(ServiceView::at)
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow())));
    }

    static Stream<Condition> memory(HouseState state, Limits limits) {
        return state.services().stream()
                .filter(each -> isHeard(each, state, limits))
                .flatMap(each -> each
                        .memory()
                        .filter(share -> share.percent() >= limits.memoryPercent())
                        .map(share -> Condition.of(
                                AlertCode.MEMORY_HIGH,
                                name(each),
                                "%d %% of its heap lives on after a collection, %d %% are allowed; give it more, or restart it"
                                        .formatted(share.percent(), limits.memoryPercent())))
                        .stream());
    }

    static Stream<Condition> disk(HouseState state, Limits limits) {
        return state.services().stream()
                .filter(each -> isHeard(each, state, limits))
                .flatMap(each -> each
                        .disk()
                        .filter(share -> share.percent() >= limits.diskPercent())
                        .map(share -> Condition.of(
                                AlertCode.DISK_HIGH,
                                each.stage(),
                                "the disk it runs on is %d %% full, %d %% are allowed; make room"
                                        .formatted(share.percent(), limits.diskPercent())))
                        .stream())
                .distinct();
    }

    static Stream<Condition> undelivered(HouseState state, Limits limits) {
        return state.undelivered().stream()
                .map(channel -> Condition.of(
                        AlertCode.NOTIFICATION_UNDELIVERED,
                        channel,
                        "an alert of the last hour could not be told there; see the log, and try it with"
                                + " POST /api/v1/alerts/test"));
    }

    /// Those of whom nothing is expected any more: of a stage that others are heard of, or of yesterday.
    static List<ServiceView> gone(HouseState state, Limits limits) {
        return state.services().stream()
                .filter(each -> isSilentFor(each, state, A_DAY)
                        || isSilentFor(each, state, A_WHILE)
                                && state.services().stream()
                                        .anyMatch(other ->
                                                other.stage().equals(each.stage()) && isHeard(other, state, limits)))
                .toList();
    }

    private static boolean isSilentFor(ServiceView service, HouseState state, Duration time) {
        return Duration.between(service.at(), state.now()).compareTo(time) > 0;
    }

    private static String name(ServiceView service) {
        return service.stage() + "/" + service.instance();
    }

    private static boolean isHeard(ServiceView service, HouseState state, Limits limits) {
        return Duration.between(service.at(), state.now()).compareTo(limits.silence()) <= 0;
    }
}
