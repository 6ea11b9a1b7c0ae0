package io.alphapanda.kite.portfolio;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// Positions of the account, whoever opened them.
///
/// @param net what is held now, with what was carried over
/// @param day what today's trades alone come to
@RegisterForReflection
public record Positions(List<KitePosition> net, List<KitePosition> day) {

    public Positions {
        net = List.copyOf(net);
        day = List.copyOf(day);
    }
}
