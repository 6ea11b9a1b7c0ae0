package io.alphapanda.api.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.api.alert.AlertLine;
import io.alphapanda.api.health.Health;
import io.alphapanda.api.log.LogEntryLine;
import io.alphapanda.api.pipeline.LaneFlow;
import io.alphapanda.api.pipeline.StageFlow;
import io.alphapanda.api.portfolio.PortfolioLine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes what is told as the same answers elsewhere are written.
@Singleton
@RegisterForReflection(
        targets = {
            ActivityLine.class,
            AlertLine.class,
            Health.class,
            Health.State.class,
            LaneFlow.class,
            PortfolioLine.class,
            PriceLine.class,
            StageFlow.class
        })
final class StreamJson {

    private final ObjectMapper mapper;

    StreamJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /// @param topics what the client is told from now on
    @RegisterForReflection
    record Opened(List<String> topics) {}

    /// @param topic which is concerned
    @RegisterForReflection
    record Notice(String topic) {}

    byte[] opened(Set<StreamTopic> topics) {
        var opened = new Opened(topics.stream().map(StreamTopic::label).toList());
        return written(() -> mapper.writeValueAsBytes(opened));
    }

    byte[] notice(StreamTopic topic) {
        var notice = new Notice(topic.label());
        return written(() -> mapper.writeValueAsBytes(notice));
    }

    byte[] line(ActivityLine line) {
        return written(() -> mapper.writeValueAsBytes(line));
    }

    byte[] line(PortfolioLine line) {
        return written(() -> mapper.writeValueAsBytes(line));
    }

    byte[] line(PriceLine line) {
        return written(() -> mapper.writeValueAsBytes(line));
    }

    byte[] line(LaneFlow line) {
        return written(() -> mapper.writeValueAsBytes(line));
    }

    byte[] line(Health line) {
        return written(() -> mapper.writeValueAsBytes(line));
    }

    byte[] line(AlertLine line) {
        return written(() -> mapper.writeValueAsBytes(line));
    }

    byte[] line(LogEntryLine line) {
        return written(() -> mapper.writeValueAsBytes(line));
    }

    /// An event's data as it was sent; empty if it is no JSON.
    Optional<JsonNode> read(byte[] data) {
        try {
            return Optional.of(mapper.readTree(data)).filter(JsonNode::isObject);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private interface Writing {
        byte[] write() throws JsonProcessingException;
    }

    private static byte[] written(Writing writing) {
        try {
            return writing.write();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the stream can't be written as JSON", e);
        }
    }
}
