package io.alphapanda.local.launcher;

import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.infrastructure.Infrastructure;
import io.alphapanda.local.infrastructure.InfrastructureException;
import io.alphapanda.local.infrastructure.InfrastructureOptions;
import io.alphapanda.local.kafkasource.KafkaSource;
import io.alphapanda.local.kafkasource.KafkaSourceOptions;
import io.alphapanda.local.kafkasource.KafkaSourceSpec;
import io.alphapanda.local.kite.fault.Faults;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A running house: the infrastructure, a simulated broker where one is needed, a process for each room, and the
/// sources between them.
final class House implements AutoCloseable {

    /// The pace of the feed looks at committed offsets, so they are committed often.
    private static final Duration COMMITS = Duration.ofMillis(200);

    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    private final Layout layout;
    private final RunOptions options;
    private final Launches launches;
    private final InfrastructureOptions.Kafka kafka;
    private final Consumer<String> progress;
    private final RoomPlan plan;
    private final Settings settings;
    private final Duration snapshotsEvery;
    private final List<Account> accounts;
    private final String secretsKey;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<RoomProcess> rooms = new ArrayList<>();
    private final List<KafkaSource> sources = new ArrayList<>();
    private final List<DevGuard> guards = new ArrayList<>();
    private Infrastructure infrastructure;
    private SimulatedBroker simulated;
    private Snapshots snapshots;

    /// @throws StartException if the configuration can't be read, or an account is live
    House(Layout layout, RunOptions options, Launches launches, Consumer<String> progress) {
        this(layout, options, launches, InfrastructureOptions.Kafka.INSIDE, progress);
    }

    /// @param kafka where Kafka runs
    /// @throws StartException if the configuration can't be read, or an account is live
    House(
            Layout layout,
            RunOptions options,
            Launches launches,
            InfrastructureOptions.Kafka kafka,
            Consumer<String> progress) {
        this.layout = layout;
        this.options = options;
        this.launches = launches;
        this.kafka = kafka;
        this.progress = progress;
        this.plan = RoomPlan.of(options);
        this.settings = Settings.of(layout);
        this.snapshotsEvery = Snapshots.every(settings);
        this.accounts = options.brokers().stream()
                .map(each -> Account.of(each, settings))
                .toList();
        this.secretsKey = settings.find("panda.secrets.key").orElseGet(Secrets::key);
        accounts.forEach(House::refuseRealMoney);
    }

    /// @throws StartException if it can't start; what has been started is ended by [#close()]
    void start() {
        progress.accept("Kafka, Redis, PostgreSQL …");
        try {
            infrastructure = Infrastructure.start(
                    new InfrastructureOptions(layout.data(), io.alphapanda.local.infrastructure.Ports.FREE)
                            .with(kafka));
        } catch (InfrastructureException e) {
            throw new StartException(e.getMessage());
        }
        infrastructure.migrate(Stores.DATABASE);
        infrastructure.createTopics(Wiring.topics(brokers()));
        startSimulatedBroker();
        progress.accept("functions …");
        plan.rooms().stream().filter(each -> !waitsForTheLogin(each)).forEach(this::launch);
        rooms.forEach(each -> each.awaitReady(rooms));
        logIn();
        progress.accept("sources …");
        specs().forEach(this::source);
        snapshots = Snapshots.start(brokers(), plan, snapshotsEvery);
        plan.rooms().stream().filter(this::waitsForTheLogin).map(this::launch).forEach(RoomProcess::awaitReady);
        rooms.stream().filter(each -> launches.isWorkedOn(each.room())).forEach(this::guard);
    }

    private void source(KafkaSourceSpec spec) {
        sources.add(KafkaSource.start(
                spec,
                infrastructure.kafkaBootstrapServers(),
                KafkaSourceOptions.defaults().withCommitInterval(COMMITS).withUntilReachable(true)));
    }

    private RoomProcess launch(Room room) {
        var process = new RoomProcess(
                room,
                launches.of(room),
                layout.logs().resolve(room.name() + ".log"),
                environment(room),
                http,
                this::writeState);
        rooms.add(process);
        process.start();
        return process;
    }

    /// A simulated market does not wait for orders: what it plays before somebody can trade is gone.
    private boolean waitsForTheLogin(Room room) {
        return simulated != null && room.function().equals("market-feed");
    }

    /// Whatever a run plays is recorded or made up, so real orders would be sent on it at prices that are not there.
    private static void refuseRealMoney(Account account) {
        if (account.reality() == Reality.LIVE) {
            throw new StartException(
                    "%s is live (%s is true), but the ticks a run plays are not: set that to false, or leave %s out"
                            .formatted(account.broker(), account.variable("live"), account.broker()));
        }
    }

    private void startSimulatedBroker() {
        var there = accounts.stream().filter(Account::isAtKiteSimulator).toList();
        if (there.isEmpty()) {
            return;
        }
        var names = there.stream().map(Account::broker).collect(Collectors.joining(", "));
        progress.accept("Kite simulator, SIMULATED executions for " + names + " …");
        simulated = SimulatedBroker.start(there, this::engine);
        simulated.follow(infrastructure.kafkaBootstrapServers(), options.ticks().assetClass());
        if (!SimulatedBroker.trades(options.ticks().assetClass())) {
            progress.accept("note: Zerodha trades none of these ticks (%s), so %s will have no signals"
                    .formatted(options.ticks().assetClass().label(), names));
        }
    }

    private String engine(String broker) {
        return plan.serving("trading-engine", new Broker(broker)).address();
    }

    private void logIn() {
        if (simulated == null) {
            return;
        }
        progress.accept("login …");
        var login = new SimulatedLogin();
        simulated.accounts().forEach(each -> login.logIn(each.broker(), engine(each.broker())));
    }

    /// What goes wrong at the simulated broker; empty where nobody trades there.
    Optional<Faults> brokerFaults() {
        return Optional.ofNullable(simulated).map(SimulatedBroker::faults);
    }

    /// Ends what is still open at the simulated broker, as the close of a trading day does.
    void closeSession() {
        if (simulated != null) {
            simulated.closeSession();
        }
    }

    /// Writes down what every portfolio is worth now: the last point of its curve.
    void takeSnapshots() {
        snapshots.takeNow();
    }

    Optional<URI> simulator() {
        return Optional.ofNullable(simulated).map(each -> URI.create(each.address()));
    }

    List<Account> accounts() {
        return accounts;
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

    /// Starts a second process of each function beside the first, all at once, with sources that share the first ones'
    /// events. A second feed waits for the first one's lease.
    ///
    /// @throws StartException if functions have an arm for each broker, or one does not start
    void twin(List<String> functions) {
        if (options.isolated()) {
            throw new StartException("twins go with one process for all brokers; leave --isolated out");
        }
        var twins = functions.stream().map(this::twin).toList();
        twins.forEach(RoomProcess::awaitReady);
        twins.forEach(this::share);
    }

    private RoomProcess twin(String function) {
        return launch(new Room(function + "-twin", function, plan.room(function).brokers(), Ports.free()));
    }

    private void share(RoomProcess twin) {
        var first = plan.room(twin.room().function()).sink();
        List.copyOf(sources).stream()
                .filter(each -> each.spec().sink().equals(first))
                .forEach(each -> source(each.spec().to(twin.room().sink())));
    }

    /// Once it has started.
    Infrastructure infrastructure() {
        return infrastructure;
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
        return plan.room(function);
    }

    private Map<String, String> environment(Room room) {
        var environment = new RoomEnvironment(layout, options, settings, room).of(stores());
        if (simulated != null) {
            environment.put("PANDA_SECRETS_KEY", secretsKey);
            environment.putAll(simulated.environment(room.brokers()));
        }
        if (room.function().equals("api")) {
            environment.putAll(ofApi());
        }
        return environment;
    }

    /// On one machine nobody logs in and nobody is counted, unless the settings say so.
    private Map<String, String> ofApi() {
        var engines = brokers().stream()
                .map(each -> each + "=" + plan.serving("trading-engine", each).address())
                .collect(Collectors.joining(","));
        var environment = new HashMap<String, String>();
        environment.put("PANDA_API_ENGINE_ADDRESS", engines);
        Map.of("panda.api.auth", "off", "panda.api.requests-per-minute", "0").forEach((key, value) -> {
            if (settings.find(key).isEmpty()) {
                environment.put(Settings.variable(key), value);
            }
        });
        return environment;
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
            specs.add(Wiring.riskManager(broker, plan.serving("risk-manager", broker)));
            specs.add(Wiring.tradingEngine(broker, plan.serving("trading-engine", broker)));
            specs.add(Wiring.portfolioManager(broker, plan.serving("portfolio-manager", broker)));
        }
        return specs;
    }

    private synchronized void writeState() {
        var addresses = new LinkedHashMap<>(stores().addresses());
        simulator().ifPresent(address -> addresses.put(SimulatedBroker.ADDRESS, address.toString()));
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
        if (snapshots != null) {
            snapshots.close();
        }
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
        if (simulated != null) {
            simulated.close();
        }
        if (infrastructure != null) {
            infrastructure.close();
        }
    }
}
