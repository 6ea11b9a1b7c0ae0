package io.alphapanda.api.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A question that gets a problem for an answer. Carries no stack trace; it is an answer, not a defect.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient Optional<Fault> fault;
    private final transient Optional<Long> retryAfterSeconds;

    /// The parameter at fault.
    private record Fault(String field, String value, List<String> allowed) {}

    private ProblemException(ProblemType type, String detail, Optional<Fault> fault, Optional<Long> retryAfterSeconds) {
        super(detail, null, false, false);
        this.type = type;
        this.fault = fault;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, Optional.empty(), Optional.empty());
    }

    /// @param allowed what the field may hold; empty if that can't be listed
    public static ProblemException of(
            ProblemType type, String detail, String field, String value, List<String> allowed) {
        return new ProblemException(type, detail, Optional.of(new Fault(field, value, allowed)), Optional.empty());
    }

    /// Somebody asks too often.
    ///
    /// @param again in how long they may
    public static ProblemException tooMany(String detail, Duration again) {
        var seconds = Math.max(1, again.plusMillis(999).toSeconds());
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail, Optional.empty(), Optional.of(seconds));
    }

    /// The answer to a question at that path.
    public Problem at(String instance) {
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                getMessage(),
                instance,
                fault.map(Fault::field),
                fault.map(Fault::value),
                fault.map(Fault::allowed).filter(list -> !list.isEmpty()),
                retryAfterSeconds);
    }
}
