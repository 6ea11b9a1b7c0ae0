package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Control;
import io.alphapanda.local.proof.Experiment;
import io.alphapanda.local.proof.Violation;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks the read layer two hundred questions a second, however slowly it answers, while five hundred clients listen to
/// its stream. A strike is a second of it.
final class Readers implements Disturbance {

    private static final String API = "api";
    private static final int A_SECOND = 200;
    private static final int LISTENERS = 500;

    /// Seconds in which the questions become more, before they count: nobody's first second is everybody's at once.
    private static final int WARMING = 30;

    /// Seconds after which its memory counts.
    private static final int STEADY_AFTER = 5;

    private static final long PATIENCE_MILLIS = 30_000;
    private static final long NANOS = 1_000_000_000;

    /// The market's pace beside it: at 60x the pipeline takes a core for itself.
    private static final int SPEED = 10;

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

    private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
    private final Queue<Violation> troubles = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private HttpClient http = HttpClient.newHttpClient();
    private Optional<Listening> listening = Optional.empty();
    private Memory warm = new Memory(Map.of());
    private long began;
    private int seconds;

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
                DisturbedMorning.of(4, SPEED, () -> new Readers(List.of())),
                new Control(
                        "the answers (one question in 200 is for what is not there)",
                        DisturbedMorning.of(4, SPEED, () -> new Readers(List.of(NOT_THERE)))));
    }

    @Override
    public void prepare(PlayedHouse house) {
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        listening = Optional.of(Listening.to(house.address(API).resolve("/api/v1/stream"), LISTENERS));
        Pause.until(PATIENCE_MILLIS, () -> standing() == LISTENERS);
        requireStanding();
        warmUp(house);
    }

    private void warmUp(PlayedHouse house) {
        var random = new Random(house.rooms().size());
        began = System.nanoTime();
        for (int second = 1; second <= WARMING; second++) {
            second(house, random, List.of(), A_SECOND * second / WARMING);
        }
        awaitAnswers();
        millis.clear();
        began = System.nanoTime();
        seconds = 0;
    }

    @Override
    public void strike(PlayedHouse house, Random random) {
        if (seconds == STEADY_AFTER) {
            warm = Memory.of(house, List.of(API));
        }
        second(house, random, besides, A_SECOND);
        requireStanding();
    }

    private void requireStanding() {
        if (standing() < LISTENERS) {
            throw new Violation(standing() + " of " + LISTENERS + " streams stand");
        }
    }

    /// Asks for a second, whatever has been answered until then.
    private void second(PlayedHouse house, Random random, List<String> besides, int questions) {
        besides.forEach(each -> ask(house, each));
        for (int asked = besides.size(); asked < questions; asked++) {
            Pause.until(began + (long) ((seconds + (double) asked / questions) * NANOS));
            ask(house, QUESTIONS.get(random.nextInt(QUESTIONS.size())));
        }
        Pause.until(began + ++seconds * NANOS);
        refuseTrouble();
    }

    private void refuseTrouble() {
        var first = troubles.peek();
        if (first != null) {
            throw first;
        }
    }

    private void ask(PlayedHouse house, String question) {
        long asked = System.nanoTime();
        var request = HttpRequest.newBuilder(house.address(API).resolve(question))
                .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                .build();
        open.incrementAndGet();
        http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure != null) {
                troubles.add(new Violation("no answer to " + question + ": " + failure));
            } else if (answer.statusCode() != 200) {
                troubles.add(new Violation(answer.statusCode() + " to " + question));
            } else {
                millis.add((System.nanoTime() - asked) / 1_000_000);
            }
            open.decrementAndGet();
        });
    }

    private void awaitAnswers() {
        while (open.get() > 0) {
            Pause.of(10);
        }
        refuseTrouble();
    }

    @Override
    public void over(PlayedHouse house) {
        awaitAnswers();
        warm.requireSteady(Memory.of(house, List.of(API)));
    }

    @Override
    public void clearAway() {
        listening.ifPresent(Listening::close);
        http.close();
    }

    private long standing() {
        return listening.map(Listening::standing).orElse(0L);
    }

    @Override
    public String words() {
        var sorted = millis.stream().sorted().toList();
        return ", %,d answers in %d seconds (half of them within %d ms, 99 %% within %d ms), %,d events told to %d streams"
                .formatted(
                        sorted.size(),
                        seconds,
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 99 / 100),
                        listening.map(Listening::events).orElse(0L),
                        LISTENERS);
    }
}
