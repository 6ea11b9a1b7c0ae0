package io.alphapanda.stage.trace;

import java.util.Optional;

/// Work that is going on, a span of its trace. Ended once; what never ends leaves no span.
public interface Work {

    /// What a piece of work is to those it works with, as OpenTelemetry has it.
    enum Kind {
        /// Handles an event.
        CONSUMER,
        /// Sends one.
        PRODUCER,
        /// Answers a request.
        SERVER,
        /// Makes one.
        CLIENT,
        /// Neither.
        INTERNAL
    }

    /// The context for what follows from this work, as a header has it; where nothing is traced, what the work itself
    /// was begun with.
    Optional<String> traceparent();

    /// Gives it a better name, once there is one.
    Work called(String name);

    /// Says something of it.
    ///
    /// @param key of [TraceKeys]
    Work note(String key, String value);

    Work note(String key, long value);

    void end();

    /// Ends it as gone wrong.
    ///
    /// @param type  a word for machines, one of few
    /// @param words for people; secrets in it are taken out
    void fail(String type, String words);

    /// Nobody looks.
    record Untraced(Optional<String> traceparent) implements Work {

        @Override
        public Work called(String name) {
            return this;
        }

        @Override
        public Work note(String key, String value) {
            return this;
        }

        @Override
        public Work note(String key, long value) {
            return this;
        }

        @Override
        public void end() {
            // Nobody looks.
        }

        @Override
        public void fail(String type, String words) {
            // Nobody looks.
        }
    }
}
