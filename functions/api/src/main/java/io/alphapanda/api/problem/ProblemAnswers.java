package io.alphapanda.api.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.alphapanda.stage.trouble.Trouble;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns every failure into problem details.
///
/// ```
/// problem ──────────────▶ as it says
/// framework's refusal ──▶ its own status (an unknown path is a 404 that says so)
/// transient trouble ────▶ 503, logged in one line
/// anything else ────────▶ 500 without internals, logged with its trace
/// ```
public final class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    /// Words of Quarkus's body reader, which has no class of its own for it.
    private static final String TOO_LARGE = "Request too large";

    @ServerExceptionMapper
    RestResponse<Problem> problem(ProblemException problem, UriInfo uri) {
        return answer(problem.at(uri.getPath()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> unknownPath(NotFoundException missing, UriInfo uri) {
        var detail = "nothing is found at " + uri.getPath() + "; GET / lists what there is";
        return answer(ProblemException.of(ProblemType.UNKNOWN_PATH, detail).at(uri.getPath()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(WebApplicationException refusal, UriInfo uri) {
        var status = refusal.getResponse().getStatusInfo();
        var problem = new Problem(
                ProblemType.BAD_REQUEST.uri(),
                ProblemType.BAD_REQUEST.title(),
                status.getStatusCode(),
                status.getReasonPhrase(),
                uri.getPath(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return answer(problem);
    }

    /// Says where the body is wrong, and nothing of what it holds: it may be a password.
    @ServerExceptionMapper
    RestResponse<Problem> unreadable(MismatchedInputException wrong, UriInfo uri) {
        var where = wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        var what = wrong instanceof UnrecognizedPropertyException ? "there is no such field" : "not of its type";
        var detail = where.isEmpty() ? "the body must be a JSON object" : where + ": " + what;
        return answer(ProblemException.of(ProblemType.BAD_REQUEST, detail).at(uri.getPath()));
    }

    /// A body without a length is measured as it comes.
    @ServerExceptionMapper
    RestResponse<Problem> broken(IOException broken, UriInfo uri) {
        return TOO_LARGE.equals(broken.getMessage())
                ? answer(ProblemException.of(ProblemType.BODY_TOO_LARGE, "the body is larger than any command")
                        .at(uri.getPath()))
                : failure(broken, uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> failure(Throwable thrown, UriInfo uri) {
        return switch (Trouble.of(thrown)) {
            case TRANSIENT -> {
                LOG.warnf("not answered, the infrastructure is away: path=%s reason=%s", uri.getPath(), thrown);
                yield answer(ProblemException.of(
                                ProblemType.UNAVAILABLE, "the books can't be read at the moment; ask again shortly")
                        .at(uri.getPath()));
            }
            case DEFECT -> {
                LOG.errorf(thrown, "not answered, a defect: path=%s", uri.getPath());
                yield answer(ProblemException.of(ProblemType.INTERNAL, "the cause is in the log of this service")
                        .at(uri.getPath()));
            }
        };
    }

    private static RestResponse<Problem> answer(Problem problem) {
        var answer = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(problem.status()), problem)
                .type(Problem.MEDIA_TYPE);
        problem.retryAfterSeconds().ifPresent(seconds -> answer.header("Retry-After", seconds));
        if (problem.status() == ProblemType.UNAUTHENTICATED.status()) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.build();
    }
}
