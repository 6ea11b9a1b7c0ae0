package io.alphapanda.local.kite.fault;

import java.util.List;
import java.util.Optional;

/// The faults that one request, connection or update has met.
public record Struck(List<Fault> faults) {
    public <F extends Fault> Optional<F> find(Class<F> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    public boolean has(Class<? extends Fault> kind) {
        return find(kind).isPresent();
    }
}
