package io.alphapanda.bootstrap;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.topics.TopicKeeper;
import io.alphapanda.topics.TopicReport;
import io.alphapanda.topics.TopicsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sees that every topic of the active brokers is there, with its dead letters.
@ApplicationScoped
class TopicsStep implements Step {

    private final TopicsConfiguration configuration;
    private final String bootstrapServers;
    private final List<String> brokers;

    /// @param brokers those whose topics are seen to
    TopicsStep(
            TopicsConfiguration configuration,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "active.brokers") List<String> brokers) {
        this.configuration = configuration;
        this.bootstrapServers = bootstrapServers;
        this.brokers = List.copyOf(brokers);
    }

    @Override
    public String take() {
        var settings = TopicsSettings.of(configuration);
        var topics = settings.plan().topics(lanes());
        try (var keeper = new TopicKeeper(bootstrapServers, settings.replication())) {
            var report = keeper.ensure(topics);
            if (!report.differing().isEmpty()) {
                throw new StepException(refusal(report));
            }
            return "topics: %d created, %d were there, for brokers %s"
                    .formatted(report.created().size(), report.present(), String.join(", ", brokers));
        } catch (TopicsException e) {
            throw new StepException("topics: " + e.getMessage(), e);
        }
    }

    private List<Broker> lanes() {
        try {
            return brokers.stream().map(String::strip).map(Broker::new).toList();
        } catch (IllegalArgumentException e) {
            throw new StepException("active.brokers: " + e.getMessage() + "; correct it", e);
        }
    }

    /// Why the house may not start, and the ways out.
    private static String refusal(TopicReport report) {
        return report.differing().stream()
                .map(each -> "  %s has %d partitions, %d are configured"
                        .formatted(each.topic(), each.present(), each.planned()))
                .collect(Collectors.joining(
                        "\n",
                        "topics: %d with another number of partitions; changed under way, keys would move and events change their order%n"
                                .formatted(report.differing().size()),
                        """

                          Keep the topics: set panda.topics.lane-partitions (of ticks: panda.topics.tick-partitions, and panda.feed.shards with it) to what they have.
                          Or change them: let the lanes run empty, stop the house, delete the topics, run this again."""));
    }
}
