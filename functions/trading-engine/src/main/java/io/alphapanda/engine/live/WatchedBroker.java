package io.alphapanda.engine.live;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.budget.OrderLimits;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.trace.TraceKeys;
import io.alphapanda.stage.trace.Traceparent;
import io.alphapanda.stage.trace.Traces;
import io.alphapanda.stage.trace.Work;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A broker whose answers are timed and traced, of whatever kind it is. What is told of a request is its name and what
/// became of it: no address, no header, no body, so nothing of a login.
final class WatchedBroker implements LiveBroker {

    private final Broker lane;
    private final LiveBroker broker;
    private final Meters meters;
    private final Traces traces;

    WatchedBroker(Broker lane, LiveBroker broker, Meters meters, Traces traces) {
        this.lane = lane;
        this.broker = broker;
        this.meters = meters;
        this.traces = traces;
    }

    /// @param idea what it is done for; empty if for the lane
    private <T> Uni<T> watched(String request, Optional<String> idea, Supplier<Uni<T>> asking, Function<T, Came> came) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            var parent = idea.flatMap(traces::ofIdea).map(Traceparent::toString);
            var work = traces.begin(Work.Kind.CLIENT, request + " at broker", parent)
                    .note(TraceKeys.LANE, lane.name());
            idea.ifPresent(id -> work.note(TraceKeys.CORRELATION_ID, id));
            return asking.get()
                    .invoke(answer -> end(work, request, came.apply(answer), began))
                    .onFailure()
                    .invoke(failure -> end(work, request, new Came("defect", failure.toString()), began));
        });
    }

    /// What a request came to.
    ///
    /// @param wrong what went wrong, for people; empty if nothing did
    private record Came(String outcome, String wrong) {

        static Came well(String outcome) {
            return new Came(outcome, "");
        }
    }

    private void end(Work work, String request, Came came, long began) {
        meters.time(BrokerMeters.ANSWER, System.nanoTime() - began, lane.name(), request, came.outcome());
        work.note(TraceKeys.OUTCOME, came.outcome());
        if (came.wrong().isEmpty()) {
            work.end();
        } else {
            work.fail(came.outcome(), came.wrong());
        }
    }

    @Override
    public Uni<Answer> place(OrderRequest request, String tag, Instant sendBy) {
        return watched(
                "place",
                Optional.of(request.correlationId()),
                () -> broker.place(request, tag, sendBy),
                answer -> switch (answer) {
                    case Answer.Accepted _ -> Came.well("accepted");
                    case Answer.Refused refused -> new Came("refused", refused.code() + " " + refused.words());
                    case Answer.NotSent notSent -> new Came("not-sent", notSent.code() + " " + notSent.words());
                    case Answer.Unclear unclear -> new Came("unclear", unclear.words());
                });
    }

    @Override
    public Uni<CancelAnswer> cancel(String brokerOrderId) {
        return watched("cancel", Optional.empty(), () -> broker.cancel(brokerOrderId), answer -> switch (answer) {
            case CancelAnswer.Taken _ -> Came.well("taken");
            case CancelAnswer.Refused refused -> new Came("refused", refused.words());
            case CancelAnswer.NotSent notSent -> new Came("not-sent", notSent.words());
            case CancelAnswer.Unclear unclear -> new Came("unclear", unclear.words());
        });
    }

    @Override
    public Uni<Book> book() {
        return watched("book", Optional.empty(), broker::book, book -> switch (book) {
            case Book.Read _ -> Came.well("read");
            case Book.Unreadable(String words) -> new Came("unreadable", words);
        });
    }

    @Override
    public Uni<Statement> statement() {
        return watched("statement", Optional.empty(), broker::statement, statement -> switch (statement) {
            case Statement.Read _ -> Came.well("read");
            case Statement.Unreadable(String words) -> new Came("unreadable", words);
        });
    }

    @Override
    public Uni<Optional<PriceLimits>> priceLimits(InstrumentId instrument, Price price) {
        return broker.priceLimits(instrument, price);
    }

    @Override
    public Uni<Void> ready() {
        return broker.ready();
    }

    @Override
    public OrderLimits limits() {
        return broker.limits();
    }

    @Override
    public String tag(String orderId) {
        return broker.tag(orderId);
    }

    @Override
    public LocalDate bookDay(Instant now) {
        return broker.bookDay(now);
    }

    @Override
    public Duration answersWithin() {
        return broker.answersWithin();
    }

    @Override
    public void close() {
        broker.close();
    }
}
