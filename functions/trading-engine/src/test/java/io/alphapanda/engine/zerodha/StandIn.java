package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.engine.budget.OrderLimits;
import io.alphapanda.engine.live.Book;
import io.alphapanda.engine.live.BrokerKind;
import io.alphapanda.engine.live.LiveBroker;
import io.alphapanda.stage.broker.BrokerAccount;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// So that an account of the kind may be active while nobody trades it here.
@Singleton
final class StandIn implements BrokerKind {

    @Override
    public String kind() {
        return "zerodha";
    }

    @Override
    public LiveBroker open(BrokerAccount account) {
        return new Silent();
    }

    /// Sends nothing and shows nothing.
    private static final class Silent implements LiveBroker {

        private static final String WORDS = "nobody trades in these tests";

        @Override
        public OrderLimits limits() {
            return OrderLimits.ZERODHA;
        }

        @Override
        public String tag(String orderId) {
            return orderId;
        }

        @Override
        public LocalDate bookDay(Instant now) {
            return LocalDate.EPOCH;
        }

        @Override
        public Duration answersWithin() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Uni<Answer> place(OrderRequest request, String tag, Instant sendBy) {
            throw new AssertionError(WORDS);
        }

        @Override
        public Uni<Book> book() {
            return Uni.createFrom().item(new Book.Unreadable(WORDS));
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    }
}
