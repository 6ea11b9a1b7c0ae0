package io.alphapanda.local.check;

import java.util.List;

/// One thing the books must prove, as queries over the ledger and the evidence beside it (see [Evidence]). `:lane` in
/// them stands for the broker.
///
/// @param name        in the report; stable
/// @param summary     gives one line of numbers
/// @param differences each gives a line for everything that is not as it should be
record Check(String name, String summary, List<String> differences) {

    Check {
        differences = List.copyOf(differences);
    }
}
