package io.alphapanda.local.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.domain.signal.Broker;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;

/// Reads what Redis shows of the books into `view_portfolio` and `view_position`. A value that can't be read is
/// entered as nothing, which differs from everything.
final class ViewEvidence {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEYS_AT_ONCE = 500;
    private static final String PORTFOLIOS = ":portfolio:";
    private static final String POSITIONS = ":positions:";

    private ViewEvidence() {}

    /// Portfolios first: a position read later is at least as new.
    static void gather(AuditTarget target, Evidence evidence) throws SQLException {
        try (var redis = new Jedis(target.redis());
                var portfolios = evidence.insert("view_portfolio", 8);
                var positions = evidence.insert("view_position", 8)) {
            for (var broker : target.brokers()) {
                readPortfolios(redis, broker, portfolios);
                readPositions(redis, broker, positions);
            }
        } catch (JedisException e) {
            throw new AuditException("Redis does not answer: " + e.getMessage(), e);
        }
    }

    private static void readPortfolios(Jedis redis, Broker broker, PreparedStatement insert) throws SQLException {
        var cursor = ScanParams.SCAN_POINTER_START;
        do {
            var page = scan(redis, cursor, broker + PORTFOLIOS);
            for (var key : page.keys()) {
                var hash = redis.hgetAll(key);
                var view = parse(hash.get("json"));
                insert.setString(1, broker.name());
                insert.setString(2, key.substring((broker + PORTFOLIOS).length()));
                insert.setString(3, view.path("broker").asText(null));
                insert.setObject(
                        4,
                        number(hash.get("version")).map(BigDecimal::longValue).orElse(null));
                insert.setBigDecimal(5, amount(view, "startingCash"));
                insert.setBigDecimal(6, amount(view, "cash"));
                insert.setBigDecimal(7, amount(view, "realizedPnl"));
                insert.setBigDecimal(8, amount(view, "fees"));
                insert.addBatch();
            }
            insert.executeBatch();
            cursor = page.next();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    private static void readPositions(Jedis redis, Broker broker, PreparedStatement insert) throws SQLException {
        var cursor = ScanParams.SCAN_POINTER_START;
        do {
            var page = scan(redis, cursor, broker + POSITIONS);
            for (var key : page.keys()) {
                for (var entry : redis.hgetAll(key).entrySet()) {
                    var view = parse(entry.getValue());
                    insert.setString(1, broker.name());
                    insert.setString(2, entry.getKey());
                    insert.setString(3, key.substring((broker + POSITIONS).length()));
                    insert.setBigDecimal(4, amount(view, "quantity"));
                    insert.setBigDecimal(5, amount(view, "cost"));
                    insert.setBigDecimal(6, amount(view, "realizedPnl"));
                    insert.setBigDecimal(7, amount(view, "fees"));
                    insert.setObject(
                            8,
                            number(view.path("sequence").asText(""))
                                    .map(BigDecimal::longValue)
                                    .orElse(null));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
            cursor = page.next();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    private record Page(List<String> keys, String next) {}

    private static Page scan(Jedis redis, String cursor, String prefix) {
        var page = redis.scan(cursor, new ScanParams().match(prefix + "*").count(KEYS_AT_ONCE));
        return new Page(page.getResult(), page.getCursor());
    }

    private static JsonNode parse(String json) {
        try {
            return json == null ? JSON.missingNode() : JSON.readTree(json);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }

    private static BigDecimal amount(JsonNode view, String field) {
        return number(view.path(field).asText("")).orElse(null);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text == null || text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
