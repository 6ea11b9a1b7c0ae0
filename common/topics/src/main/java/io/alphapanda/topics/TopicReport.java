package io.alphapanda.topics;

import java.util.List;

/// What a look at the topics has come to.
///
/// @param created   topics that were missing, in the order of the plan
/// @param present   how many were there already, with the right number of partitions
/// @param differing topics with another number of partitions than planned
public record TopicReport(List<String> created, int present, List<Differing> differing) {

    public TopicReport {
        created = List.copyOf(created);
        differing = List.copyOf(differing);
    }

    /// A topic with another number of partitions than planned. It is left as it is: a changed number moves keys to
    /// other partitions, and with them the order of their events.
    ///
    /// @param topic   its name
    /// @param present partitions it has
    /// @param planned partitions it should have
    public record Differing(String topic, int present, int planned) {}
}
