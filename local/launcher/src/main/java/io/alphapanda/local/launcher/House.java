package io.alphapanda.local.launcher;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.InfrastructureException;
import io.alphapanda.local.infrastructure.InfrastructureOptions;
import io.alphapanda.local.kafkasource.KafkaSource;
import io.alphapanda.local.kafkasource.KafkaSourceOptions;
import io.alphapanda.local.kafkasource.KafkaSourceSpec;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A running house: the infrastructure, a process for each room, and the sources between them.
///
/// ```
/// hybrid    market-feed  strategy-runner  risk-manager  trading-engine  portfolio-manager  api     all brokers each
/// isolated  market-feed  strategy-runner  api                                                      one brain
///           risk-manager-<b>  trading-engine-<b>  portfolio-manager-<b>  an arm for each broker
/// ```
final class House implements AutoCloseable {

    /// The stages every lane has, by the names they have in the inbox.
    static final List<String> LANE_STAGES = List.of("risk-manager", "trading-engine", "portfolio-manager");

    /// The pace of the feed looks at committed offsets, so they are committed often.
    private static final Duration COMMITS = Duration.ofMillis(200);

    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    private final Layout layout;
    private final RunOptions options;
    private final Launches launches;
    private final Consumer<String> progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<RoomProcess> rooms = new ArrayList<>();
    private final List<KafkaSource> sources = new ArrayList<>();
    private final List<DevGuard> guards = new ArrayList<>();
    private Infrastructure infrastructure;

    House(Layout layout, RunOptions options, Launches launches, Consumer<String> progress) {
        this.layout = layout;
        this.options = options;
        this.launches = launches;
        this.progress = progress;
    }

    void start() {
        progress.accept("Kafka, Redis, PostgreSQL …");
        try {
            infrastructure = Infrastructure.start(
                    new InfrastructureOptions(layout.data(), io.alphapanda.local.infrastructure.Ports.FREE));
        } catch (InfrastructureException e) {
            throw new StartException(e.getMessage());
        }
        infrastructure.migrate(Stores.DATABASE);
        infrastructure.createTopics(Wiring.topics(brokers()));
        progress.accept("functions …");
        for (var room : plan()) {
            var process = new RoomProcess(
                    room,
                    launches.of(room),
                    layout.logs().resolve(room.name() + ".log"),
                    environment(room),
                    http,
                    this::writeState);
            rooms.add(process);
            process.start();
        }
        rooms.forEach(RoomProcess::awaitReady);
        progress.accept("sources …");
        specs().forEach(spec -> sources.add(KafkaSource.start(
                spec,
                infrastructure.kafkaBootstrapServers(),
                KafkaSourceOptions.defaults().withCommitInterval(COMMITS).withUntilReachable(true))));
        rooms.stream().filter(each -> launches.isWorkedOn(each.room())).forEach(this::guard);
    }

    private void guard(RoomProcess process) {
        var address = process.room().sink();
        var guard = new DevGuard(
                process.room().name(),
                process::isReady,
                sources.stream()
                        .filter(each -> each.spec().sink().equals(address))
                        .toList(),
                progress);
        guards.add(guard);
        guard.start();
    }

    List<Broker> brokers() {
        return options.brokers().stream().map(Broker::new).toList();
    }

    Stores stores() {
        return Stores.of(infrastructure);
    }

    HttpClient http() {
        return http;
    }

    List<KafkaSource> sources() {
        return List.copyOf(sources);
    }

    List<RoomProcess> rooms() {
        return List.copyOf(rooms);
    }

    Room room(String function) {
        return rooms.stream()
                .map(RoomProcess::room)
                .filter(each -> each.function().equals(function))
                .findFirst()
                .orElseThrow();
    }

    private List<Room> plan() {
        var planned = new ArrayList<Room>();
        // The feed is last: by then everybody can take its ticks.
        planned.add(new Room("strategy-runner", "strategy-runner", options.brokers(), Ports.free()));
        for (var stage : LANE_STAGES) {
            if (options.isolated()) {
                for (var broker : options.brokers()) {
                    planned.add(new Room(stage + "-" + broker, stage, List.of(broker), Ports.free()));
                }
            } else {
                planned.add(new Room(stage, stage, options.brokers(), Ports.free()));
            }
        }
        planned.add(new Room("api", "api", options.brokers(), options.apiPort()));
        planned.add(new Room("market-feed", "market-feed", options.brokers(), Ports.free()));
        return planned;
    }

    private Map<String, String> environment(Room room) {
        var environment = new HashMap<>(stores().environment());
        environment.put("ACTIVE_BROKERS", String.join(",", room.brokers()));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(room.port()));
        environment.put("PANDA_STRATEGIES_DIRECTORY", layout.strategies().toString());
        environment.putAll(options.ticks().environment());
        environment.put("PANDA_FEED_STREAM", options.stream());
        environment.put("PANDA_FEED_SPEED", options.speed());
        environment.put("PANDA_FEED_SHARDS", Integer.toString(Wiring.SHARDS));
        environment.put("PANDA_DOOR", doorOf(room).label());
        return environment;
    }

    private Door doorOf(Room room) {
        return LANE_STAGES.contains(room.function()) ? options.door() : Door.FUNCTION;
    }

    /// Whether lane stages read their topics themselves, with no source before them.
    boolean lanesReadThemselves() {
        return options.door() == Door.STREAM;
    }

    private List<KafkaSourceSpec> specs() {
        var specs = new ArrayList<KafkaSourceSpec>();
        specs.add(Wiring.strategyRunner(options.ticks().assetClass(), room("strategy-runner")));
        if (lanesReadThemselves()) {
            return specs;
        }
        for (var broker : brokers()) {
            specs.add(Wiring.riskManager(broker, serving("risk-manager", broker)));
            specs.add(Wiring.tradingEngine(broker, serving("trading-engine", broker)));
            specs.add(Wiring.portfolioManager(broker, serving("portfolio-manager", broker)));
        }
        return specs;
    }

    private Room serving(String function, Broker broker) {
        return rooms.stream()
                .map(RoomProcess::room)
                .filter(each ->
                        each.function().equals(function) && each.brokers().contains(broker.name()))
                .findFirst()
                .orElseThrow();
    }

    private synchronized void writeState() {
        var addresses = new LinkedHashMap<>(stores().addresses());
        var children = new LinkedHashMap<String, Long>();
        for (var room : List.copyOf(rooms)) {
            addresses.put(room.room().name(), room.room().address());
            children.put(room.room().name(), room.pid());
        }
        var self = ProcessHandle.current();
        new RunState(
                        self.pid(),
                        self.info().startInstant().map(Object::toString).orElse(""),
                        options.stream(),
                        options.brokers(),
                        addresses,
                        children)
                .write(layout);
    }

    /// Lets the rooms finish what was delivered: send what they decided, show what they booked.
    private void settle() {
        try (var figures = new Figures(stores())) {
            Condition.await(SETTLES_WITHIN, () -> figures.unsettled() == 0);
        } catch (StartException | IllegalStateException _) {
            // The ledger is away: the next start settles it.
        }
    }

    /// Ends everything, the flow first. Safe to call twice and half-way through a start.
    @Override
    public synchronized void close() {
        guards.forEach(DevGuard::close);
        rooms.forEach(RoomProcess::willClose);
        boolean flowed = !sources.isEmpty();
        sources.forEach(KafkaSource::close);
        sources.clear();
        if (flowed) {
            settle();
        }
        try (var closers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            rooms.forEach(room -> closers.execute(room::close));
        }
        rooms.clear();
        if (infrastructure != null) {
            infrastructure.close();
        }
    }
}
