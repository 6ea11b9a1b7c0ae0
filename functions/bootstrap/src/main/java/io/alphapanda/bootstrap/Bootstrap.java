package io.alphapanda.bootstrap;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.jboss.logging.Logger;

/// Takes both steps, the second also when the first has failed: one run says everything that is wrong. Exit code 0 if
/// the house may start, else 1.
@QuarkusMain
public final class Bootstrap implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Bootstrap.class);

    private final List<Step> steps;

    Bootstrap(LedgerStep ledger, TopicsStep topics) {
        this.steps = List.of(ledger, topics);
    }

    @Override
    public int run(String... arguments) {
        boolean done = true;
        for (var step : steps) {
            done &= taken(step);
        }
        return done ? 0 : 1;
    }

    private static boolean taken(Step step) {
        try {
            LOG.info(step.take());
            return true;
        } catch (StepException e) {
            LOG.error(e.getMessage());
            return false;
        }
    }
}
