package io.alphapanda.local.kafkasource;

import java.util.Map;

/// What came back of one attempt.
sealed interface Answer {
    /// An HTTP response: its status, the first 1,024 bytes of its body, and its `kne-` headers without that prefix.
    record Response(int status, byte[] bodyStart, Map<String, String> extensions) implements Answer {
        @Override
        public boolean succeeded() {
            return status < 300;
        }

        @Override
        public boolean retryable() {
            return status >= 500 || status == 404 || status == 408 || status == 409 || status == 429;
        }
    }

    /// No response: refused, reset, timed out, or a request no client can send.
    ///
    /// @param refused nobody listens at the sink's address
    record None(String reason, boolean refused) implements Answer {
        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }

    boolean succeeded();

    /// Whether the same request is worth sending again; only asked of what did not succeed.
    boolean retryable();
}
