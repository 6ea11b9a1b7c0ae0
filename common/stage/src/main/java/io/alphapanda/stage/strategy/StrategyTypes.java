package io.alphapanda.stage.strategy;

import io.alphapanda.domain.strategy.StrategyType;
import java.util.List;
import java.util.ServiceLoader;

/// The rules there are, from the list the build writes.
public final class StrategyTypes {

    /// Found when this class is initialised. For a native executable that is while it is built, where the list
    /// can be read, and what was found is kept in it: a type needs no registration, its class is enough.
    public static final List<StrategyType> ALL =
            ServiceLoader.load(StrategyType.class, StrategyType.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private StrategyTypes() {}
}
