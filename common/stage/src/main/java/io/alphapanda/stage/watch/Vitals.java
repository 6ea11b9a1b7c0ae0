package io.alphapanda.stage.watch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Memory and disk of this process, as far as it can see them.
public final class Vitals {

    private Vitals() {}

    /// What lived on after the last collection: what is garbage since then says nothing.
    public static Optional<ServiceView.Share> memory() {
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getType() == MemoryType.HEAP)
                .map(each -> Optional.ofNullable(each.getCollectionUsage()))
                .mapToLong(usage -> usage.map(each -> each.getUsed()).orElse(0L))
                .sum();
        long most = Runtime.getRuntime().maxMemory();
        return most == Long.MAX_VALUE ? Optional.empty() : Optional.of(new ServiceView.Share(used, most));
    }

    public static Optional<ServiceView.Share> disk() {
        try {
            var store = Files.getFileStore(Path.of("").toAbsolutePath());
            long all = store.getTotalSpace();
            return all <= 0 ? Optional.empty() : Optional.of(new ServiceView.Share(all - store.getUsableSpace(), all));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
