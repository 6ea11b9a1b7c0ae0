package io.alphapanda.api.order;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.PageQuery;
import io.alphapanda.api.page.RowQuery;
import io.alphapanda.api.problem.Problem;
import io.alphapanda.api.tag.Tagged;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Orders over HTTP.
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tagged
@Tag(name = "orders", description = "Every order of every active broker, whatever became of it")
public final class OrderResource {

    private final ActiveBrokers brokers;
    private final Orders orders;

    OrderResource(ActiveBrokers brokers, Orders orders) {
        this.brokers = brokers;
        this.orders = orders;
    }

    @GET
    @Operation(
            summary = "Orders, newest first",
            description = "A page at a time. Orders placed while one pages through appear in front and shift nothing.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter can't be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such broker, or a strategy nobody knows",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<OrderPage> list(
            @BeanParam RowQuery rows,
            @RestQuery @Parameter(description = "Only those that came of one idea, in every lane")
                    Optional<String> correlationId,
            @RestQuery @Parameter(description = "Only the order of this id") Optional<String> id,
            @BeanParam PageQuery page) {
        var filter = rows.filter(brokers).id("correlationId", correlationId).id("id", id);
        return orders.page(filter, page.limit(), page.cursor());
    }

    @GET
    @Path("/{id: .+}")
    @Operation(
            summary = "One order's life",
            description =
                    "Its steps, its fills and what the books made of them. The id's slashes may stand as they are.")
    @APIResponse(responseCode = "200", description = "The order")
    @APIResponse(
            responseCode = "400",
            description = "That can't be an id",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No active broker has such an order",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<OrderLife> life(@RestPath @Parameter(description = "The order's id") String id) {
        return orders.life(brokers.names(), ListFilter.requireId("id", id));
    }
}
