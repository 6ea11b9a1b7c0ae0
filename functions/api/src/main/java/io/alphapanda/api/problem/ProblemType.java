package io.alphapanda.api.problem;

import java.util.Locale;

/// Every kind of problem this room answers with.
public enum ProblemType {
    UNKNOWN_BROKER(404, "No such broker"),
    UNKNOWN_STRATEGY(404, "No such strategy"),
    UNKNOWN_ORDER(404, "No such order"),
    UNKNOWN_SIGNAL(404, "No such signal"),
    UNKNOWN_SERVICE(404, "No such service"),
    UNKNOWN_ALERT(404, "No such alert"),
    NOT_RESOLVABLE(409, "The alert can't be resolved here"),
    UNKNOWN_USER(404, "No such user"),
    UNKNOWN_INSTRUMENT(404, "No such instrument"),
    UNKNOWN_PATH(404, "No such path"),
    BAD_PARAMETER(400, "A parameter can't be used"),
    BAD_CURSOR(400, "The cursor can't be used"),
    /// Nobody has said who they are, or what they said does not hold any more.
    UNAUTHENTICATED(401, "Log in first"),
    FORBIDDEN(403, "Not allowed"),
    USER_EXISTS(409, "There is such a user already"),
    BODY_TOO_LARGE(413, "The request is too large"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    /// What the framework refuses: method, media type.
    BAD_REQUEST(400, "The request can't be answered"),
    TOO_LARGE(500, "More rows than one answer may hold"),
    /// The trading-engine does not answer, or not to us.
    ENGINE_AWAY(503, "The trading-engine can't be reached"),
    TOO_MANY_STREAMS(503, "No room for another stream"),
    UNAVAILABLE(503, "The database or Redis can't be reached"),
    INTERNAL(500, "Something went wrong here");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String uri() {
        return "urn:alpha-panda:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
