package io.alphapanda.local.kite.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.ManualTime;
import io.alphapanda.local.kite.exchange.OrderFate;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import io.alphapanda.local.kite.exchange.Tick;
import io.alphapanda.local.kite.exchange.Variety;
import io.alphapanda.local.kite.fault.ArmedFault;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.local.kite.fault.Faults;
import io.vertx.ext.web.Router;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// The simulator's own controls under `/simulator`, for whoever is not in its process. Nothing of the real broker is
/// like it; loopback and no password.
final class AdminRoutes {
    private final Door door;
    private final Sessions sessions;
    private final Faults faults;
    private final SimulatedExchange exchange;
    private final TickerServer ticker;
    private final SimulatorTime time;

    AdminRoutes(
            Door door,
            Sessions sessions,
            Faults faults,
            SimulatedExchange exchange,
            TickerServer ticker,
            SimulatorTime time) {
        this.door = door;
        this.sessions = sessions;
        this.faults = faults;
        this.exchange = exchange;
        this.ticker = ticker;
        this.time = time;
    }

    void mount(Router router) {
        router.get("/simulator").handler(context -> door.aside(context, _ -> about()));
        router.get("/simulator/truth").handler(context -> door.aside(context, _ -> truth()));
        router.get("/simulator/faults").handler(context -> door.aside(context, _ -> armed()));
        router.post("/simulator/faults").handler(context -> door.aside(context, this::arm));
        router.delete("/simulator/faults").handler(context -> door.aside(context, _ -> disarm()));
        router.post("/simulator/ticks").handler(context -> door.aside(context, this::ticks));
        router.post("/simulator/orders").handler(context -> door.aside(context, this::order));
        router.post("/simulator/session").handler(context -> door.aside(context, this::session));
        router.delete("/simulator/session").handler(context -> door.aside(context, this::logout));
        router.post("/simulator/messages").handler(context -> door.aside(context, this::message));
        router.delete("/simulator/tickers").handler(context -> door.aside(context, this::drop));
        router.post("/simulator/time").handler(context -> door.aside(context, this::advance));
    }

    private Reply about() {
        return Reply.success(Map.of(
                "simulated",
                true,
                "now",
                time.now().toString(),
                "instruments",
                exchange.instruments().size()));
    }

    private Reply truth() {
        return Reply.success(exchange.truth().orders());
    }

    private Reply armed() {
        return Reply.success(faults.armed().stream()
                .map(fault -> Map.of("fault", fault.fault(), "endpoints", fault.endpoints(), "hits", fault.hits()))
                .toList());
    }

    private Reply disarm() {
        faults.clear();
        return Reply.success(true);
    }

    private Reply arm(Call call) {
        if (!(Json.read(call.body()) instanceof ObjectNode body)) {
            throw refuse("Invalid request body: must be a JSON object.");
        }
        try {
            ArmedFault armed = arm(body);
            return Reply.success(Map.of("fault", armed.fault()));
        } catch (JsonProcessingException e) {
            throw refuse("Invalid fault: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    /// What belongs to the arming is taken out; the rest is the fault.
    private ArmedFault arm(ObjectNode body) throws JsonProcessingException {
        JsonNode user = body.path("user_id");
        JsonNode endpoints = body.path("endpoints");
        JsonNode next = body.path("next");
        JsonNode probability = body.path("probability");
        JsonNode seed = body.path("seed");
        body.remove(List.of("user_id", "endpoints", "next", "probability", "seed"));
        Faults.Arming arming = faults.arm(Json.MAPPER.treeToValue(body, Fault.class));
        if (user.isTextual()) {
            arming = arming.forUser(account(user.asText()).userId());
        }
        if (!endpoints.isEmpty()) {
            arming = arming.at(StreamSupport.stream(endpoints.spliterator(), false)
                    .map(endpoint -> Endpoint.of(endpoint.asText()))
                    .toArray(Endpoint[]::new));
        }
        if (next.isInt()) {
            return arming.next(next.asInt());
        }
        return probability.isNumber() ? arming.withProbability(probability.asDouble(), seed.asLong()) : arming.always();
    }

    private Reply ticks(Call call) {
        List<Tick> ticks = new ArrayList<>();
        for (JsonNode tick : Json.read(call.body())) {
            ticks.add(new Tick(
                    tick.path("instrument").asText(),
                    tick.path("price").isNumber() ? tick.path("price").decimalValue() : BigDecimal.ZERO,
                    tick.path("quantity").asLong(SimulatedExchange.ANY_QUANTITY),
                    time.now()));
        }
        exchange.onTicks(ticks);
        return Reply.success(ticks.size());
    }

    private Reply order(Call call) {
        Parameters form = call.parameters();
        String userId = account(form.text("user_id")).userId();
        var ticket = Tickets.read(exchange, Variety.REGULAR, form).byHand();
        return Reply.success(Map.of(
                "order_id", exchange.place(userId, ticket, OrderFate.ORDINARY).orderId()));
    }

    private Reply session(Call call) {
        AccountSpec account = account(call.parameters().text("user_id"));
        return Reply.success(Map.of("access_token", sessions.open(account)));
    }

    private Reply logout(Call call) {
        sessions.endAll(account(call.parameters().text("user_id")).userId());
        return Reply.success(true);
    }

    private Reply message(Call call) {
        Parameters form = call.parameters();
        ticker.text(
                account(form.text("user_id")).userId(), form.optional("type").orElse("message"), form.text("text"));
        return Reply.success(true);
    }

    private Reply drop(Call call) {
        ticker.drop(account(call.parameters().text("user_id")).userId());
        return Reply.success(true);
    }

    private Reply advance(Call call) {
        if (!(time instanceof ManualTime manual)) {
            throw refuse("The simulator runs on real time.");
        }
        manual.advance(Duration.parse(call.parameters().text("by")));
        return Reply.success(manual.now().toString());
    }

    private AccountSpec account(String userId) {
        return sessions.byUser(userId).orElseThrow(() -> refuse("No simulated account " + userId + "."));
    }

    private static RefusedException refuse(String message) {
        return new RefusedException(ErrorType.INPUT, message);
    }
}
