package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What processes hold of memory.
///
/// @param kilobytes by room, what the system says its process holds; 0 where nobody says
record Memory(Map<String, Long> kilobytes) {

    /// By how much a process may grow once it has warmed up.
    private static final long MOST_GROWTH_KB = 100_000;

    static Memory of(PlayedHouse house, Collection<String> rooms) {
        return new Memory(rooms.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        room -> held(house.process(room).orElseThrow().pid()))));
    }

    /// @throws Violation if one has grown since
    void requireSteady(Memory now) {
        kilobytes.forEach((room, before) -> {
            long grown = now.kilobytes.get(room) - before;
            if (grown > MOST_GROWTH_KB) {
                throw new Violation(room + " has grown by " + grown + " kB");
            }
        });
    }

    private static long held(long process) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(each -> each.startsWith("VmRSS:"))
                    .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0; // No Linux: nobody counts there.
        }
    }
}
