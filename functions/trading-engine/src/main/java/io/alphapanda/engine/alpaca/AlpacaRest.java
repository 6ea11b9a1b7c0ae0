package io.alphapanda.engine.alpaca;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Alpaca's trading API v2, what the lane needs of it: one method an endpoint. Answers come back as they are, whatever
/// their status, because what they mean depends on whether the request changed something. Public only for the generated
/// client.
@Path("/v2")
public interface AlpacaRest {

    @POST
    @Path("orders")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> place(Outgoing order);

    /// @param id Alpaca's
    @DELETE
    @Path("orders/{id}")
    Uni<Response> cancel(@PathParam("id") String id);

    /// @param status    `all`
    /// @param after     submitted later than that; RFC 3339
    /// @param direction `asc` by time of submission
    /// @param limit     at most 500
    @GET
    @Path("orders")
    Uni<Response> orders(
            @QueryParam("status") String status,
            @QueryParam("after") String after,
            @QueryParam("direction") String direction,
            @QueryParam("limit") int limit);

    /// @param after     executed later than that; RFC 3339
    /// @param direction `asc` by time
    /// @param pageSize  at most 100
    /// @param pageToken the id of the last one of the page before
    @GET
    @Path("account/activities/FILL")
    Uni<Response> fills(
            @QueryParam("after") String after,
            @QueryParam("direction") String direction,
            @QueryParam("page_size") int pageSize,
            @QueryParam("page_token") @Nullable String pageToken);

    @GET
    @Path("positions")
    Uni<Response> positions();

    @GET
    @Path("assets/{symbol}")
    Uni<Response> asset(@PathParam("symbol") String symbol);
}
