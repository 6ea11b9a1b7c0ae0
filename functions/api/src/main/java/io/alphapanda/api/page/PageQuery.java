package io.alphapanda.api.page;

import jakarta.ws.rs.DefaultValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// What every list takes: which page, and how long it may be.
public final class PageQuery {

    @RestQuery
    @DefaultValue(Limit.DEFAULT)
    @Parameter(
            description = "Rows a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = Limit.DEFAULT))
    String limit;

    @RestQuery
    @Parameter(description = "nextCursor of the page before")
    Optional<String> cursor;

    /// The longest the page may be.
    ///
    /// @throws io.alphapanda.api.problem.ProblemException if that is no number from 1 to 500
    public Limit limit() {
        return Limit.of(limit);
    }

    /// Where it begins; empty for the first.
    public Optional<String> cursor() {
        return cursor;
    }
}
