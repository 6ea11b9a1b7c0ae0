package io.alphapanda.local.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Lanes side by side; never summed.
final class Tables {

    private static final String FORMAT = "%-12s %-9s %8s %9s %9s %7s %7s %5s %14s %13s %11s";

    private Tables() {}

    static List<String> lanes(Map<String, Figures.Lane> lanes) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                FORMAT,
                "broker",
                "reality",
                "signals",
                "validated",
                "rejected",
                "filled",
                "failed",
                "open",
                "cash",
                "realized P&L",
                "fees"));
        lanes.forEach((broker, lane) -> lines.add(String.format(
                Locale.ROOT,
                FORMAT,
                broker,
                lane.reality(),
                lane.signals(),
                lane.validated(),
                lane.rejectedCount(),
                lane.filled(),
                lane.failedCount(),
                lane.open(),
                shortened(lane.cash()),
                shortened(lane.realizedPnl()),
                shortened(lane.fees()))));
        return lines;
    }

    private static String shortened(String amount) {
        return new java.math.BigDecimal(amount)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
