package io.alphapanda.engine.reconcile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/// Findings as the ledger keeps them and doors show them. Numbers are text: they must come back as they went.
final class ReportJson {

    private ReportJson() {}

    static JsonArray findings(Report report) {
        var all = new JsonArray();
        for (var noted : report.findings()) {
            var numbers = new JsonObject();
            noted.finding().numbers().forEach(numbers::put);
            all.add(new JsonObject()
                    .put("code", noted.finding().code().name())
                    .put("subject", noted.finding().subject())
                    .put("weight", noted.weight().name())
                    .put("meaning", noted.finding().code().meaning())
                    .put("numbers", numbers));
        }
        return all;
    }

    /// What is kept beside the outcome.
    static String kept(Report report) {
        var parts = new JsonObject();
        report.foreign()
                .parts()
                .forEach((name, part) -> parts.put(
                        name,
                        new JsonObject()
                                .put("quantity", part.quantity().toPlainString())
                                .put("today", part.today().toPlainString())));
        return new JsonObject()
                .put("words", report.words())
                .put("day", report.foreign().day().toString())
                .put("findings", findings(report))
                .put("foreign", parts)
                .encode();
    }

    static String words(JsonObject kept) {
        return kept.getString("words", "");
    }

    static List<Noted> findings(JsonObject kept) {
        return kept.getJsonArray("findings").stream()
                .map(JsonObject.class::cast)
                .map(ReportJson::noted)
                .toList();
    }

    private static Noted noted(JsonObject json) {
        var numbers = new TreeMap<String, String>();
        json.getJsonObject("numbers").forEach(each -> numbers.put(each.getKey(), (String) each.getValue()));
        return new Noted(
                new Finding(FindingCode.valueOf(json.getString("code")), json.getString("subject"), numbers),
                Noted.Weight.valueOf(json.getString("weight")));
    }

    static Foreign foreign(JsonObject kept) {
        var parts = new TreeMap<String, Foreign.Part>();
        kept.getJsonObject("foreign").forEach(each -> {
            var part = (JsonObject) each.getValue();
            parts.put(
                    each.getKey(),
                    new Foreign.Part(
                            new BigDecimal(part.getString("quantity")), new BigDecimal(part.getString("today"))));
        });
        return new Foreign(LocalDate.parse(kept.getString("day")), parts);
    }
}
