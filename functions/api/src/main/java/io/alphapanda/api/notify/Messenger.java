package io.alphapanda.api.notify;

import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.trouble.Trouble;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Tells what is due, channel by channel: one that is down or slow holds up no other. What it does between claiming and
/// writing down is done again if it dies there, under the same id.
@ApplicationScoped
public class Messenger {

    private static final Logger LOG = Logger.getLogger(Messenger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private final Notices notices;
    private final Settings settings;
    private final List<Channel> channels;
    private final Mutiny.SessionFactory database;
    private final FreshContext fresh;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;

    @Inject
    Messenger(Notices notices, Settings settings, Mutiny.SessionFactory database, Vertx vertx, Clock clock) {
        this(notices, settings, database, vertx, clock, PATIENCE);
    }

    /// @param patience how long an answer is waited for
    Messenger(
            Notices notices,
            Settings settings,
            Mutiny.SessionFactory database,
            Vertx vertx,
            Clock clock,
            Duration patience) {
        this.notices = notices;
        this.settings = settings;
        this.channels = settings.channels();
        this.database = database;
        this.fresh = new FreshContext(vertx);
        this.clock = clock;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Scheduled(every = "{panda.alerts.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        return tellAll()
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("alerts can't be told, it will be tried again: reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /// One round; each channel on a context of its own, since each has transactions of its own.
    Uni<Void> tellAll() {
        return Multi.createFrom()
                .iterable(channels)
                .onItem()
                .transformToUniAndMerge(
                        channel -> fresh.run(() -> claim(channel).chain(claimed -> deliver(channel, claimed))))
                .collect()
                .last();
    }

    private Uni<List<Notice>> claim(Channel channel) {
        var now = clock.instant();
        var quietUntil = settings.quiet().map(hours -> hours.next(now)).orElse(now);
        return database.withTransaction(session -> notices.queue(session, channel.name(), now, quietUntil)
                .chain(() -> notices.claim(session, channel.name(), now))
                .chain(claimed -> Multi.createFrom()
                        .iterable(claimed)
                        .onItem()
                        .transformToUniAndConcatenate(each -> notices.withAlert(session, each))
                        .collect()
                        .asList()));
    }

    private Uni<Void> deliver(Channel channel, List<Notice> claimed) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUniAndConcatenate(each -> deliver(channel, each))
                .collect()
                .last();
    }

    private Uni<Void> deliver(Channel channel, Notice notice) {
        return notice.alert()
                .map(told -> send(channel, channel.request(notice, told)))
                .orElseGet(() -> Uni.createFrom().item(new Channel.Outcome.Refused("its alert is gone")))
                .chain(outcome -> database.withTransaction(session -> write(session, notice, outcome)));
    }

    private Uni<Channel.Outcome> send(Channel channel, HttpRequest.Builder request) {
        return Uni.createFrom()
                .completionStage(
                        () -> http.sendAsync(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString()))
                .plug(Messenger::onThisContext)
                .map(answer -> channel.outcome(answer, clock.instant()))
                .onFailure(Messenger::isAway)
                .recoverWithItem(failure -> new Channel.Outcome.Again(reason(failure), Optional.empty()));
    }

    /// The client answers on threads of its own; the database is asked on the context at hand.
    private static <T> Uni<T> onThisContext(Uni<T> answer) {
        return Uni.createFrom().deferred(() -> {
            var context = Vertx.currentContext();
            return answer.emitOn(next -> context.runOnContext(_ -> next.run()));
        });
    }

    private static boolean isAway(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof IOException || Trouble.of(cause) == Trouble.TRANSIENT;
    }

    /// The kind of trouble alone: its message may hold the address, and the address a secret.
    private static String reason(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return "no answer: " + cause.getClass().getSimpleName();
    }

    private Uni<Void> write(Mutiny.Session session, Notice notice, Channel.Outcome outcome) {
        var now = clock.instant();
        return switch (outcome) {
            case Channel.Outcome.Told() -> notices.told(session, notice, now);
            case Channel.Outcome.Refused(var words) -> giveUp(session, notice, words);
            case Channel.Outcome.Again(var words, var after) ->
                notice.attempts() >= settings.attempts()
                        ? giveUp(session, notice, words)
                        : notices.again(session, notice, now.plus(after.orElse(backoff(notice.attempts()))), words);
        };
    }

    private Uni<Void> giveUp(Mutiny.Session session, Notice notice, String words) {
        LOG.warnf(
                "an alert could not be told: alert=%s channel=%s attempts=%d reason=%s",
                notice.id(), notice.channel(), notice.attempts(), words);
        return notices.giveUp(session, notice, clock.instant(), words);
    }

    /// 5 s, doubling, to ten minutes.
    static Duration backoff(int attempts) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
