package io.alphapanda.api.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.api.redis.RedisBatch;
import io.alphapanda.api.redis.ViewJson;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.portfolio.Portfolio;
import io.alphapanda.domain.portfolio.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Portfolios as the views in Redis show them: `<broker>:portfolio:<strategy>`, field `json`, and
/// `<broker>:positions:<instrument>`, one field a strategy.
@Singleton
public final class PortfolioViews {

    private final RedisBatch redis;

    PortfolioViews(RedisBatch redis) {
        this.redis = redis;
    }

    /// The same books as the views show them; empty if one of the views is missing, because half a view and half a
    /// ledger would not add up.
    Uni<Optional<Books>> of(Books ledger) {
        var requests = new ArrayList<Request>();
        requests.add(RedisBatch.field(portfolioKey(ledger), "json"));
        for (var holding : ledger.holdings()) {
            requests.add(RedisBatch.field(positionKey(ledger, holding), ledger.strategy()));
        }
        return redis.read(requests).map(texts -> books(ledger, texts));
    }

    private static Optional<Books> books(Books ledger, List<Optional<String>> texts) {
        var holdings = new ArrayList<Holding>();
        for (int i = 0; i < ledger.holdings().size(); i++) {
            var known = ledger.holdings().get(i);
            texts.get(i + 1)
                    .flatMap(text ->
                            ViewJson.read(positionKey(ledger, known), text, json -> holding(known.instrument(), json)))
                    .ifPresent(holdings::add);
        }
        if (holdings.size() < ledger.holdings().size()) {
            return Optional.empty();
        }
        return texts.getFirst()
                .flatMap(text -> ViewJson.read(portfolioKey(ledger), text, json -> books(ledger, json, holdings)));
    }

    private static Books books(Books ledger, JsonNode json, List<Holding> holdings) {
        var portfolio = new Portfolio(
                money(json, "startingCash"), money(json, "cash"), money(json, "realizedPnl"), money(json, "fees"));
        return new Books(
                ledger.broker(),
                ledger.strategy(),
                portfolio,
                json.path("version").asLong(),
                List.copyOf(holdings));
    }

    private static Holding holding(InstrumentId instrument, JsonNode json) {
        var quantity = SignedQuantity.of(json.path("quantity").asText());
        return new Holding(
                instrument,
                new Position(quantity, money(json, "cost"), money(json, "realizedPnl"), money(json, "fees")));
    }

    private static Money money(JsonNode json, String field) {
        return Money.of(json.path(field).asText());
    }

    private static String portfolioKey(Books books) {
        return books.broker() + ":portfolio:" + books.strategy();
    }

    private static String positionKey(Books books, Holding holding) {
        return books.broker() + ":positions:" + holding.instrument();
    }
}
