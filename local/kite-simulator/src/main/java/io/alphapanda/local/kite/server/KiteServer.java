package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.MarketView;
import io.alphapanda.local.kite.exchange.OrderListener;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import io.alphapanda.local.kite.fault.Faults;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires exchange, doors and ticker together and listens on 127.0.0.1.
public final class KiteServer implements AutoCloseable {
    public static final String SIMULATED_HEADER = "X-Kite-Simulated";
    private static final Logger LOG = LoggerFactory.getLogger(KiteServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PATIENCE_SECONDS = 30;
    private static final long MOST_BODY = 1024 * 1024;

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final SimulatorTime time;
    private final Sessions sessions;
    private final SimulatedExchange exchange;
    private final TickerServer ticker;
    private final HttpServer http;

    private KiteServer(SimulatorOptions options, Faults faults) {
        this.time = options.time();
        this.sessions = new Sessions(options.accounts(), time);
        this.ticker =
                new TickerServer(sessions, faults, time, options.tickerInterval(), options.heartbeat(), this::quotes);
        OrderListener updates = new OrderUpdates(sessions, faults, time, ticker, new Postbacks(vertx));
        this.exchange = new SimulatedExchange(
                options.terms(), options.instruments(), options.accounts(), time, updates, ticker::moved);
        Optional<RateLimits> limits = options.rateLimits() ? Optional.of(new RateLimits()) : Optional.empty();
        Door door = new Door(sessions, faults, limits, time);
        Router router = router();
        new SessionRoutes(door, sessions, time, options.loginPage()).mount(router);
        new OrderRoutes(door, exchange).mount(router);
        new PortfolioRoutes(door, exchange).mount(router);
        new MarketRoutes(door, exchange, time).mount(router);
        new MarginRoutes(door, exchange).mount(router);
        new AdminRoutes(door, sessions, faults, exchange, ticker, time).mount(router);
        router.route()
                .handler(context -> door.aside(context, _ -> {
                    throw new RefusedException(ErrorType.GENERAL, 404, "Route not found.");
                }));
        this.http = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(LOOPBACK)
                        .setPort(options.port())
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(request -> {
                    if (TickerServer.isMeant(request)) {
                        ticker.upgrade(request);
                    } else {
                        router.handle(request);
                    }
                });
    }

    /// @throws IllegalStateException when the port is taken
    public static KiteServer start(SimulatorOptions options, Faults faults) {
        KiteServer server = new KiteServer(options, faults);
        try {
            server.http.listen().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            server.close();
            throw new IllegalStateException(
                    "the Kite simulator cannot listen on %s:%d: end what listens there, or give another port (0 picks a free one)"
                            .formatted(LOOPBACK, options.port()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.close();
            throw new IllegalStateException("interrupted while the Kite simulator started", e);
        }
        LOG.info("SIMULATED Kite Connect listens address={}:{}", LOOPBACK, server.port());
        return server;
    }

    public int port() {
        return http.actualPort();
    }

    public SimulatedExchange exchange() {
        return exchange;
    }

    /// A request token as the login page would give it out.
    public String requestToken(String userId) {
        return sessions.requestToken(account(userId));
    }

    /// An access token without the login.
    public String accessToken(String userId) {
        return sessions.open(account(userId));
    }

    public void endSessions(String userId) {
        sessions.endAll(userId);
    }

    public void sendMessage(String userId, String type, String text) {
        ticker.text(userId, type, text);
    }

    public void dropTickers(String userId) {
        ticker.drop(userId);
    }

    public int tickerConnections(String userId) {
        return ticker.connected(userId);
    }

    @Override
    public void close() {
        time.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the Kite simulator did not close reason={}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.response().putHeader(SIMULATED_HEADER, "true");
            context.next();
        });
        BodyHandler body = BodyHandler.create(false).setBodyLimit(MOST_BODY);
        router.post().handler(body);
        router.put().handler(body);
        return router;
    }

    private List<MarketView> quotes() {
        return exchange.quotes();
    }

    private AccountSpec account(String userId) {
        return sessions.byUser(userId)
                .orElseThrow(() -> new IllegalArgumentException("no simulated account " + userId));
    }
}
