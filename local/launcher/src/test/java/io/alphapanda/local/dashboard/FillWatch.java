package io.alphapanda.local.dashboard;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes down, in the page itself, when each order's row first says that something was filled.
///
/// @param page the orders
public record FillWatch(Page page) {

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;

    /// Begins to look; what is there already is not counted.
    public FillWatch {
        page.evaluate("""
                () => {
                  const seen = window.seenFilled = {};
                  const look = at => document.querySelectorAll('panda-orders tbody tr[data-id]').forEach(row => {
                    if (row.querySelector('.status.done')) {
                      seen[row.dataset.id] ??= at;
                    }
                  });
                  look(0);
                  new MutationObserver(() => look(Date.now()))
                    .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
                }""");
    }

    /// When each order that was filled meanwhile was first shown so, by its id.
    public Map<String, Instant> seen() {
        var seen = new TreeMap<String, Instant>();
        ((Map<?, ?>) page.evaluate("window.seenFilled")).forEach((id, at) -> {
            long millis = ((Number) at).longValue();
            if (millis > 0) {
                seen.put((String) id, Instant.ofEpochMilli(millis));
            }
        });
        return seen;
    }

    /// From the ledger's time of an order's first fill until it was seen; sorted, shortest first.
    public List<Duration> delays(Answers api) {
        return seen().entrySet().stream()
                .map(each -> api.list("/api/v1/fills?limit=500&orderId=" + encoded(each.getKey()), "fills").stream()
                        .map(fill -> Instant.parse(fill.path("recordedAt").asText()))
                        .filter(written -> written.isBefore(each.getValue()))
                        .map(written -> Duration.between(written, each.getValue()))
                        .max(Duration::compareTo))
                .flatMap(java.util.Optional::stream)
                .sorted()
                .toList();
    }

    private static String encoded(String id) {
        return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8);
    }

    /// `p50 180 ms, p95 340 ms of 20`.
    public static String words(List<Duration> sorted) {
        return "p50 %d ms, p95 %d ms of %d".formatted(at(sorted, MEDIAN), at(sorted, MOST), sorted.size());
    }

    private static long at(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1).toMillis();
    }
}
