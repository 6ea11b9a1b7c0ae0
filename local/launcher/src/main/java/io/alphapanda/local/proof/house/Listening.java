package io.alphapanda.local.proof.house;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/// Clients that listen to the read layer's stream and read whatever they are told.
final class Listening {

    private final List<Listener> listeners = new ArrayList<>();

    Listening(HttpClient http, URI stream, int clients) {
        for (int i = 0; i < clients; i++) {
            var listener = new Listener();
            listener.answer =
                    http.sendAsync(HttpRequest.newBuilder(stream).build(), BodyHandlers.fromLineSubscriber(listener));
            listeners.add(listener);
        }
    }

    /// Those whose stream stands and who were told something.
    long standing() {
        return listeners.stream()
                .filter(each -> each.events.get() > 0 && !each.answer.isDone())
                .count();
    }

    /// Events told, to all of them together.
    long events() {
        return listeners.stream().mapToLong(each -> each.events.get()).sum();
    }

    private static final class Listener implements Flow.Subscriber<String> {

        private final AtomicLong events = new AtomicLong();
        private CompletableFuture<?> answer = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("event: ")) {
                events.incrementAndGet();
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The answer has failed with it.
        }

        @Override
        public void onComplete() {
            // The answer is done.
        }
    }
}
