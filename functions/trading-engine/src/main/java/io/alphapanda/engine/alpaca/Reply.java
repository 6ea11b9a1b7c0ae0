package io.alphapanda.engine.alpaca;

/// What sending a request came to, before anybody asks what it means.
sealed interface Reply {

    /// Alpaca, or somebody on the way, answered.
    ///
    /// @param status HTTP status
    record Answered(int status, byte[] body) implements Reply {

        @Override
        public String toString() {
            return "HTTP " + status + ", " + body.length + " bytes";
        }
    }

    /// Not a byte has left.
    ///
    /// @param tooLate because its moment had passed
    /// @param why     without secrets
    record NeverSent(boolean tooLate, String why) implements Reply {}

    /// It may have left, and no complete answer came back.
    ///
    /// @param why without secrets
    record Lost(String why) implements Reply {}
}
