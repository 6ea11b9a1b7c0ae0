package io.alphapanda.runner;

import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.trace.TraceKeys;
import io.alphapanda.stage.trace.Traces;
import io.alphapanda.stage.trace.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The ideas one batch led to, each the beginning of a trace: of its copies in all lanes and of what follows from
/// them. A batch holds many ideas or, most often, none, so its own trace ends here; each decision names the
/// batch. While traces are off, signals go on in the batch's.
final class Decisions {

    private static final String BATCH = "panda.batch_id";
    private static final String STRATEGY = "panda.strategy";
    private static final String INSTRUMENT = "panda.instrument";

    private final Cause batch;
    private final Map<String, Work> ideas;

    private Decisions(Cause batch, Map<String, Work> ideas) {
        this.batch = batch;
        this.ideas = ideas;
    }

    static Decisions begin(Traces traces, Cause batch, List<LaneSignal> signals) {
        var ideas = new LinkedHashMap<String, Work>();
        for (var copy : signals) {
            traces.ofIdea(copy.signal().id())
                    .ifPresent(itself -> ideas.computeIfAbsent(
                            copy.signal().id(), id -> traces.first(Work.Kind.INTERNAL, "decide", itself)
                                    .note(TraceKeys.CORRELATION_ID, id)
                                    .note(BATCH, batch.batchId())
                                    .note(STRATEGY, copy.signal().strategy().value())
                                    .note(INSTRUMENT, copy.signal().instrument().toString())));
        }
        return new Decisions(batch, ideas);
    }

    /// What a copy follows from.
    Cause cause(LaneSignal copy) {
        var idea = ideas.get(copy.signal().id());
        return idea == null
                ? batch
                : new Cause(batch.batchId(), idea.traceparent().orElse(""));
    }

    /// They are committed. Of a commit that was lost nothing is told: the batch is looked at again.
    void end() {
        ideas.values().forEach(Work::end);
    }
}
