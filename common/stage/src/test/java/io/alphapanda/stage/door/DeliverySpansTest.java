package io.alphapanda.stage.door;

import static io.alphapanda.stage.testing.KeptSpans.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.delivery.Handled;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.testing.DyingProbe;
import io.alphapanda.stage.testing.KeptSpans;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trace.TraceKeys;
import io.alphapanda.stage.trace.Traces;
import io.alphapanda.stage.trial.Trial;
import io.alphapanda.stage.trial.TrialHouse;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An event's way through a stage, as its trace tells it.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class DeliverySpansTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENDER = "b7ad6b7169203331";
    private static final String SAMPLED = "00-" + TRACE + "-" + SENDER + "-01";

    @Inject
    DyingProbe probe;

    @Test
    void eventThatIsHandledIsASpanAndWhatFollowsFromItHangsThere() {
        var knock = knock("traced").withHeader("traceparent", SAMPLED);

        assertThat(RawHttp.post(knock)).isEqualTo(204);

        var span = handled(knock, 1).getFirst();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(SENDER);
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getName()).isEqualTo("process paper.signals.raw");
        assertThat(Map.of(
                        TraceKeys.LANE, "paper",
                        TraceKeys.TOPIC, "paper.signals.raw",
                        TraceKeys.EVENT_TYPE, "io.alphapanda.signal-generated.v1",
                        TraceKeys.CORRELATION_ID, knock.headers().get("ce-correlationid"),
                        TraceKeys.OUTCOME, "done"))
                .allSatisfy((key, value) -> assertThat(said(span, key)).as(key).isEqualTo(value));
        assertThat(sentContexts(knock)).hasSize(2).containsOnly(context(span));
        assertThat(KeptSpans.ALL.await(
                        2,
                        each -> each.getKind() == SpanKind.PRODUCER
                                && each.getTraceId().equals(TRACE)
                                && each.getParentSpanId().equals(span.getSpanId())))
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder("send paper.signals.validated", "send paper.orders.submitted");
    }

    @Test
    void eventDeliveredAgainIsASpanOfItsOwnAndChangesNothingThatIsSent() {
        var knock = knock("traced-twice").withHeader("traceparent", SAMPLED);

        RawHttp.post(knock);
        RawHttp.post(knock);

        var spans = handled(knock, 2);
        assertThat(spans).extracting(each -> said(each, TraceKeys.OUTCOME)).containsExactly("done", "duplicate");
        assertThat(spans).extracting(SpanData::getParentSpanId).containsOnly(SENDER);
        Trial.assertOnce(knock);
        assertThat(sentContexts(knock)).hasSize(2).containsOnly(context(spans.getFirst()));
        assertThat(Ledger.rows("select distinct traceparent from outbox where cause_id = ?", knock.id()))
                .containsExactly(List.of(context(spans.getFirst())));
    }

    @Test
    void traceThatIsNotKeptGoesOnAndLeavesNoSpan() {
        var knock = knock("not-kept").withHeader("traceparent", "00-" + TRACE + "-" + SENDER + "-00");

        assertThat(RawHttp.post(knock)).isEqualTo(204);

        assertThat(sentContexts(knock))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).startsWith("00-" + TRACE).endsWith("-00"));
        handled(post(knock("kept").withHeader("traceparent", SAMPLED)), 1);
        assertThat(KeptSpans.ALL.now(each -> said(each, TraceKeys.EVENT_ID).equals(knock.id())))
                .isEmpty();
    }

    @Test
    void whatGoesWrongIsSaid() {
        var dies = knock("goes-wrong");
        probe.dieAt(ProtocolStep.BEFORE_COMMIT, dies.id());
        post(dies);
        var broken = post(knock("broken").withData(new byte[] {'{'}));

        var defect = handled(dies, 1).getFirst();
        assertThat(said(defect, TraceKeys.OUTCOME)).isEqualTo("defect");
        assertThat(said(defect, TraceKeys.ERROR_TYPE)).isNotEmpty();
        assertThat(defect.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        var letter = handled(broken, 1).getFirst();
        assertThat(said(letter, TraceKeys.OUTCOME)).isEqualTo("dead-lettered");
        assertThat(letter.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void whileTracesAreOffTheContextIsHandedOnAsItCame() {
        var seen = new ArrayList<Delivery>();
        var delivery = new Delivery(
                "paper",
                "paper.signals.raw",
                EventType.SIGNAL_GENERATED,
                "id",
                "/source",
                Instant.EPOCH,
                "key",
                Optional.of("idea"),
                Optional.of(SAMPLED),
                Map.of(),
                "application/json",
                new byte[0]);

        new DeliverySpans(Traces.off())
                .around(delivery, each -> {
                    seen.add(each);
                    return Uni.createFrom().item(Handled.DONE);
                })
                .await()
                .indefinitely();

        assertThat(seen).containsExactly(delivery);
    }

    private static Knock knock(String name) {
        return Knock.of(new Signals("paper", name).next(Side.BUY, 1));
    }

    private static Knock post(Knock knock) {
        RawHttp.post(knock);
        return knock;
    }

    private static List<SpanData> handled(Knock knock, int count) {
        return KeptSpans.ALL.await(
                count,
                each -> each.getKind() == SpanKind.CONSUMER
                        && said(each, TraceKeys.EVENT_ID).equals(knock.id()));
    }

    private static String context(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
    }

    /// Of all events that were sent because of it.
    private static List<String> sentContexts(Knock knock) {
        var contexts = new ArrayList<String>();
        for (var topic : List.of("paper.signals.validated", "paper.orders.submitted")) {
            TopicReader.all(topic, each -> TopicReader.header(each, "ce_causationid")
                            .equals(knock.id()))
                    .forEach(each -> contexts.add(TopicReader.header(each, "traceparent")));
        }
        return contexts;
    }
}
