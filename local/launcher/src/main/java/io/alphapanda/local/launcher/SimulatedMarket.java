package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.Tick;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves the simulated exchange by the ticks the house trades on: reads their topic, lists each instrument when it is
/// first seen, and hands its prices on.
final class SimulatedMarket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMarket.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /// The ticker's layout of shares: the low byte of an instrument's token.
    private static final int SHARES = 1;

    private final KiteSimulator simulator;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Pieces pieces = new Pieces();
    private final Thread reader;
    private long listed;
    private volatile boolean closing;

    private SimulatedMarket(String kafka, AssetClass assetClass, KiteSimulator simulator) {
        this.simulator = simulator;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topics.ticks(assetClass)).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.reader = Thread.ofPlatform().daemon().name("simulated-market").unstarted(this::follow);
    }

    static SimulatedMarket follow(String kafka, AssetClass assetClass, KiteSimulator simulator) {
        var market = new SimulatedMarket(kafka, assetClass, simulator);
        market.reader.start();
        return market;
    }

    private void follow() {
        try (consumer) {
            while (!closing) {
                read();
            }
        } catch (WakeupException _) {
            // closed while it waited
        }
    }

    private void read() {
        try {
            for (var record : consumer.poll(POLL)) {
                move(record.value());
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("the simulated market waits for its ticks; reason={}", e.toString());
            Condition.await(PAUSE, () -> closing);
        }
    }

    /// What is no batch of ticks is the strategy-runner's to complain about.
    private void move(byte[] batch) {
        try {
            simulator.onTicks(ticks(JSON.readTree(batch)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("a batch of ticks can't be read by the simulated market; reason={}", e.getMessage());
        }
    }

    private List<Tick> ticks(JsonNode batch) {
        var ticks = new ArrayList<Tick>();
        for (var each : batch.path("ticks")) {
            var instrument = each.path("instrument").asText();
            list(instrument);
            ticks.add(new Tick(
                    instrument,
                    new BigDecimal(each.path("price").asText()),
                    pieces.of(instrument, new BigDecimal(each.path("volume").asText())),
                    Instant.parse(each.path("time").asText())));
        }
        return ticks;
    }

    /// Without a previous close, so without circuit limits: none is known of recorded ticks.
    private void list(String instrument) {
        if (simulator.exchange().lists(instrument)) {
            return;
        }
        int colon = instrument.indexOf(':');
        simulator.list(SimulatedInstrument.equity(
                instrument.substring(0, colon), instrument.substring(colon + 1), ++listed * 256 + SHARES, "0"));
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
