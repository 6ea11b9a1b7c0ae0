package io.alphapanda.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/// Reads what the simulated broker really holds into `broker_order` and `broker_trade`: every order and trade, whatever
/// was answered, hidden or lost. A simulated account's user is named as its lane.
final class BrokerEvidence {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private BrokerEvidence() {}

    /// After the ledger's snapshot: what the ledger knows then, the broker has by now. What the broker got after it is
    /// marked as late: the ledger can't know it yet.
    static void gather(AuditTarget target, Evidence evidence, Instant snapshot) throws SQLException {
        if (target.simulator().isEmpty()) {
            return;
        }
        try (var orders = evidence.insert("broker_order", 11);
                var trades = evidence.insert("broker_trade", 6)) {
            for (var order : truth(target.simulator().get())) {
                insert(order, snapshot, orders);
                for (var trade : order.path("trades")) {
                    insert(order, trade, trades);
                }
            }
            orders.executeBatch();
            trades.executeBatch();
        }
    }

    private static JsonNode truth(URI simulator) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(simulator + "/simulator/truth"))
                    .timeout(PATIENCE)
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AuditException("the simulated broker answers with " + answer.statusCode(), null);
            }
            return JSON.readTree(answer.body()).path("data");
        } catch (IOException e) {
            throw new AuditException("the simulated broker does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditException("the audit was interrupted", e);
        }
    }

    private static void insert(JsonNode order, Instant snapshot, PreparedStatement insert) throws SQLException {
        var id = order.path("orderId").asText();
        insert.setString(1, order.path("userId").asText());
        insert.setString(2, id);
        insert.setString(3, order.path("parentId").asText(id));
        insert.setString(4, order.path("tag").asText(null));
        insert.setString(5, order.path("origin").asText());
        insert.setString(6, order.path("instrument").asText());
        insert.setString(7, order.path("side").asText());
        insert.setBigDecimal(8, order.path("quantity").decimalValue());
        insert.setString(9, order.path("status").asText());
        insert.setBoolean(10, order.path("accepted").asBoolean());
        insert.setBoolean(11, !Instant.parse(order.path("receivedAt").asText()).isBefore(snapshot));
        insert.addBatch();
    }

    private static void insert(JsonNode order, JsonNode trade, PreparedStatement insert) throws SQLException {
        insert.setString(1, order.path("userId").asText());
        insert.setString(2, order.path("orderId").asText());
        insert.setString(3, trade.path("tradeId").asText());
        insert.setBigDecimal(4, trade.path("quantity").decimalValue());
        insert.setBigDecimal(5, new BigDecimal(trade.path("price").asText()));
        insert.setTimestamp(6, Timestamp.from(Instant.parse(trade.path("at").asText())));
        insert.addBatch();
    }
}
