package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.Violation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Asks the read layer two hundred questions a second while five hundred clients listen to its stream. A strike is a
/// second of it.
final class Readers implements Disturbance {

    private static final String API = "api";
    private static final int A_SECOND = 200;
    private static final int AT_ONCE = 10;
    private static final int LISTENERS = 500;

    /// Seconds in which the questions become more, before they count: nobody's first second is everybody's at once.
    private static final int WARMING = 10;

    /// Seconds after which its memory counts.
    private static final int STEADY_AFTER = 5;

    private static final long PATIENCE_MILLIS = 30_000;

    private static final List<String> QUESTIONS = List.of(
            "/api/v1/portfolios",
            "/api/v1/portfolios/paper/summary",
            "/api/v1/orders?limit=50",
            "/api/v1/fills?limit=50",
            "/api/v1/signals?limit=50",
            "/api/v1/strategies",
            "/api/v1/brokers",
            "/api/v1/instruments",
            "/api/v1/trading-state",
            "/api/v1/alerts",
            "/api/v1/alerts/summary",
            "/api/v1/services",
            "/api/v1/pipeline",
            "/api/v1/logs?limit=50",
            "/health");

    private static final String NOT_THERE = "/api/v1/orders/nosuch";

    /// What is asked for besides.
    private final List<String> besides;

    private final List<Long> millis = new ArrayList<>();
    private HttpClient http = HttpClient.newHttpClient();
    private Listening listening = new Listening(http, URI.create("http://127.0.0.1"), 0);
    private Memory warm = new Memory(Map.of());
    private int strikes;

    private Readers(List<String> besides) {
        this.besides = besides;
    }

    static Experiment experiment() {
        return new Experiment(
                "api",
                "200 questions a second and 500 open streams beside a morning that is traded: each is answered, every"
                        + " stream stands, the read layer does not grow, signals, fills and books are those of an"
                        + " undisturbed morning",
                "seconds",
                30,
                200,
                18,
                DisturbedMorning.of(2.2, () -> new Readers(List.of())),
                new Control(
                        "the answers (one question in 200 is for what is not there)",
                        DisturbedMorning.of(2.2, () -> new Readers(List.of(NOT_THERE)))));
    }

    @Override
    public void prepare(PlayedHouse house) {
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        listening = new Listening(http, house.address(API).resolve("/api/v1/stream"), LISTENERS);
        long patience = PATIENCE_MILLIS;
        while (listening.standing() < LISTENERS) {
            if (patience <= 0) {
                throw new Violation(listening.standing() + " of " + LISTENERS + " streams stand");
            }
            Pause.of(100);
            patience -= 100;
        }
        var random = new Random(house.rooms().size());
        for (int second = 1; second <= WARMING; second++) {
            second(house, random, List.of(), A_SECOND * second / WARMING);
        }
        millis.clear();
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        if (strikes++ == STEADY_AFTER) {
            warm = Memory.of(house, List.of(API));
        }
        second(house, random, besides, A_SECOND);
        if (listening.standing() < LISTENERS) {
            throw new Violation((LISTENERS - listening.standing()) + " streams have broken");
        }
    }

    /// Asks for a second, and waits for the answers.
    private void second(PlayedHouse house, Random random, List<String> besides, int questions) {
        var answers = new ArrayList<CompletableFuture<Void>>();
        besides.forEach(each -> answers.add(ask(house, each)));
        while (answers.size() < questions) {
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(ask(house, QUESTIONS.get(random.nextInt(QUESTIONS.size()))));
            }
            Pause.of(1_000L * AT_ONCE / questions);
        }
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Violation violation
                    ? violation
                    : new Violation("not answered: " + e.getCause());
        }
    }

    private CompletableFuture<Void> ask(PlayedHouse house, String question) {
        long began = System.nanoTime();
        var request = HttpRequest.newBuilder(house.address(API).resolve(question))
                .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).thenAccept(answer -> take(question, answer, began));
    }

    private synchronized void take(String question, HttpResponse<Void> answer, long began) {
        if (answer.statusCode() != 200) {
            throw new Violation(answer.statusCode() + " to " + question);
        }
        millis.add((System.nanoTime() - began) / 1_000_000);
    }

    @Override
    public void over(PlayedHouse house) {
        warm.requireSteady(Memory.of(house, List.of(API)));
    }

    @Override
    public synchronized String words() {
        var sorted = millis.stream().sorted().toList();
        return ", %,d answers (half of them within %d ms, 99 %% within %d ms), %,d events told to %d streams"
                .formatted(
                        sorted.size(),
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 99 / 100),
                        listening.events(),
                        LISTENERS);
    }
}
