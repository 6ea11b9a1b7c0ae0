package io.alphapanda.engine.reconcile;

/// A finding and what it counts for.
record Noted(Finding finding, Weight weight) {

    /// What a finding counts for.
    enum Weight {
        /// The books contradict each other: an alarm, and the lane halts.
        DIFFERENCE,
        /// They do, unchanged since a person resolved its alarm.
        ACCEPTED,
        /// Shown, and nothing follows.
        INFORMATION
    }

    /// What its alarm is about; another number is another difference.
    String key() {
        var unexplained = finding.numbers().get(Finding.UNEXPLAINED);
        return finding.code() + " " + finding.subject() + (unexplained == null ? "" : " " + unexplained);
    }
}
