package io.alphapanda.api.log;

import io.alphapanda.stage.log.LogChannel;
import io.alphapanda.stage.log.LogLine;
import java.util.Comparator;

/// A line and its place. Places are ordered by Redis's ids, which grow with time, and those of one id by channel.
///
/// @param channel whose stream
/// @param at      its id there
/// @param line    what was logged
record Entry(LogChannel channel, Place at, LogLine line) {

    /// Newest first.
    static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::at).reversed().thenComparing(Entry::channel);

    /// An id of a stream, `<milliseconds>-<sequence>`.
    ///
    /// @param millis   since the epoch
    /// @param sequence among those of the same millisecond
    record Place(long millis, long sequence) implements Comparable<Place> {

        /// @throws IllegalArgumentException if it is none
        static Place of(String id) {
            int dash = id.indexOf('-');
            if (dash < 0) {
                throw new IllegalArgumentException("'" + id + "' is no id of a stream");
            }
            return new Place(Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
        }

        @Override
        public int compareTo(Place other) {
            int byTime = Long.compare(millis, other.millis);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }

        @Override
        public String toString() {
            return millis + "-" + sequence;
        }
    }

    /// `trading/1767585600000-0`; no other line of the house has it.
    String id() {
        return channel.label() + "/" + at;
    }
}
