package io.alphapanda.local.proof.house;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.launcher.PlayedHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The doors of a house's lane stages, and the events that have gone through them.
final class Doors implements AutoCloseable {

    private static final Broker LANE = new Broker("paper");
    private static final int MOST_REMEMBERED = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Map<String, String> TOPICS = Map.of(
            "risk-manager", Topics.signalsRaw(LANE),
            "trading-engine", Topics.signalsValidated(LANE),
            "portfolio-manager", Topics.ordersFilled(LANE));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String kafka;
    private final Map<String, URI> addresses = new HashMap<>();
    private final List<Spoilt> whole = new ArrayList<>();

    Doors(PlayedHouse house) {
        kafka = house.infrastructure().kafkaBootstrapServers();
        TOPICS.forEach((room, topic) -> {
            addresses.put(room, house.address(room));
            var before = whole.size();
            TopicRecords.read(kafka, topic, record -> {
                if (whole.size() - before < MOST_REMEMBERED) {
                    whole.add(event(room, topic, record));
                }
            });
        });
        if (whole.isEmpty()) {
            throw new IllegalStateException("the morning had no events");
        }
    }

    private static Spoilt event(String room, String topic, ConsumerRecord<byte[], byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(each -> headers.put(
                        each.key().replace("ce_", "ce-"), new String(each.value(), StandardCharsets.UTF_8)));
        headers.put("ce-lane", LANE.name());
        headers.put("ce-topic", topic);
        return new Spoilt(room, "", headers, record.value(), "whole");
    }

    Spoilt any(Random random) {
        return whole.get(random.nextInt(whole.size()));
    }

    /// The status of the answer.
    int post(Spoilt event) {
        var request = HttpRequest.newBuilder(addresses.get(event.room()))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(event.data()));
        event.headers().forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(event + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// By subject, the bytes of what lies in the topics behind the stages'.
    Map<String, byte[]> letters(String suffix) {
        var letters = new HashMap<String, byte[]>();
        TOPICS.values()
                .forEach(topic -> TopicRecords.read(kafka, topic + suffix, record -> {
                    var subject = record.headers().lastHeader("ce_subject");
                    if (subject != null) {
                        letters.put(
                                new String(subject.value(), StandardCharsets.UTF_8),
                                record.value() == null ? new byte[0] : record.value());
                    }
                }));
        return letters;
    }

    /// What each stage's process holds.
    static Memory memory(PlayedHouse house) {
        return Memory.of(house, TOPICS.keySet());
    }

    @Override
    public void close() {
        http.close();
    }
}
