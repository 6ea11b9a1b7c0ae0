package io.alphapanda.kite;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jspecify.annotations.Nullable;

/// Kite Connect v3 as Zerodha documents it: one method an endpoint. Answers come back as they are, whatever their
/// status, because what they mean depends on whether the request changed something. Public only for the generated
/// client.
@Path("/")
@ClientHeaderParam(name = "X-Kite-Version", value = "3")
public interface KiteRest {

    /// `token api_key:access_token`
    String AUTHORIZATION = "Authorization";

    String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    String JSON = MediaType.APPLICATION_JSON;

    @POST
    @Path("session/token")
    @Consumes(FORM)
    Uni<Response> exchangeToken(Outgoing form);

    @DELETE
    @Path("session/token")
    Uni<Response> logOut(
            @HeaderParam(AUTHORIZATION) String authorization,
            @QueryParam("api_key") String apiKey,
            @QueryParam("access_token") String accessToken);

    @GET
    @Path("user/profile")
    Uni<Response> profile(@HeaderParam(AUTHORIZATION) String authorization);

    @GET
    @Path("user/margins")
    Uni<Response> margins(@HeaderParam(AUTHORIZATION) String authorization);

    @GET
    @Path("user/margins/{segment}")
    Uni<Response> marginsOf(@HeaderParam(AUTHORIZATION) String authorization, @PathParam("segment") String segment);

    @POST
    @Path("orders/{variety}")
    @Consumes(FORM)
    Uni<Response> place(
            @HeaderParam(AUTHORIZATION) String authorization, @PathParam("variety") String variety, Outgoing form);

    @PUT
    @Path("orders/{variety}/{id}")
    @Consumes(FORM)
    Uni<Response> modify(
            @HeaderParam(AUTHORIZATION) String authorization,
            @PathParam("variety") String variety,
            @PathParam("id") String orderId,
            Outgoing form);

    @DELETE
    @Path("orders/{variety}/{id}")
    Uni<Response> cancel(
            @HeaderParam(AUTHORIZATION) String authorization,
            @PathParam("variety") String variety,
            @PathParam("id") String orderId,
            @QueryParam("parent_order_id") @Nullable String parentOrderId);

    @GET
    @Path("orders")
    Uni<Response> orders(@HeaderParam(AUTHORIZATION) String authorization);

    @GET
    @Path("orders/{id}")
    Uni<Response> orderHistory(@HeaderParam(AUTHORIZATION) String authorization, @PathParam("id") String orderId);

    @GET
    @Path("trades")
    Uni<Response> trades(@HeaderParam(AUTHORIZATION) String authorization);

    @GET
    @Path("orders/{id}/trades")
    Uni<Response> tradesOf(@HeaderParam(AUTHORIZATION) String authorization, @PathParam("id") String orderId);

    @GET
    @Path("portfolio/positions")
    Uni<Response> positions(@HeaderParam(AUTHORIZATION) String authorization);

    @GET
    @Path("portfolio/holdings")
    Uni<Response> holdings(@HeaderParam(AUTHORIZATION) String authorization);

    @GET
    @Path("quote")
    Uni<Response> quotes(@HeaderParam(AUTHORIZATION) String authorization, @QueryParam("i") List<String> instruments);

    @GET
    @Path("quote/ohlc")
    Uni<Response> ohlc(@HeaderParam(AUTHORIZATION) String authorization, @QueryParam("i") List<String> instruments);

    @GET
    @Path("quote/ltp")
    Uni<Response> lastPrices(
            @HeaderParam(AUTHORIZATION) String authorization, @QueryParam("i") List<String> instruments);

    @GET
    @Path("instruments")
    @ClientHeaderParam(name = "Accept-Encoding", value = "gzip")
    Uni<Response> instruments(@HeaderParam(AUTHORIZATION) String authorization);

    @GET
    @Path("instruments/{exchange}")
    @ClientHeaderParam(name = "Accept-Encoding", value = "gzip")
    Uni<Response> instrumentsOf(
            @HeaderParam(AUTHORIZATION) String authorization, @PathParam("exchange") String exchange);

    @GET
    @Path("instruments/historical/{token}/{interval}")
    Uni<Response> candles(
            @HeaderParam(AUTHORIZATION) String authorization,
            @PathParam("token") String token,
            @PathParam("interval") String interval,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("oi") String openInterest);

    @POST
    @Path("margins/orders")
    @Consumes(JSON)
    Uni<Response> orderMargins(@HeaderParam(AUTHORIZATION) String authorization, Outgoing json);

    @POST
    @Path("margins/basket")
    @Consumes(JSON)
    Uni<Response> basketMargins(
            @HeaderParam(AUTHORIZATION) String authorization,
            @QueryParam("consider_positions") boolean considerPositions,
            Outgoing json);

    @POST
    @Path("charges/orders")
    @Consumes(JSON)
    Uni<Response> charges(@HeaderParam(AUTHORIZATION) String authorization, Outgoing json);
}
