package io.alphapanda.api.stream;

import io.alphapanda.api.page.Limit;
import io.alphapanda.api.portfolio.PortfolioLine;
import io.alphapanda.api.portfolio.Portfolios;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every portfolio's books, as the list of portfolios begins.
@Singleton
final class PortfolioWatch implements Watch {

    private final Portfolios portfolios;
    private final StreamJson json;

    PortfolioWatch(Portfolios portfolios, StreamJson json) {
        this.portfolios = portfolios;
        this.json = json;
    }

    @Override
    public StreamTopic topic() {
        return StreamTopic.PORTFOLIOS;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Uni<Map<String, byte[]>> look() {
        return portfolios.page(new Limit(Limit.MOST), Optional.empty()).map(page -> items(page.portfolios()));
    }

    private Map<String, byte[]> items(List<PortfolioLine> lines) {
        var items = new LinkedHashMap<String, byte[]>();
        lines.forEach(each -> items.put(each.broker() + " " + each.strategy(), json.line(each)));
        return items;
    }
}
