package io.alphapanda.kite;

import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.session.Checksum;
import io.alphapanda.kite.session.Grant;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/// Kite Connect for one account: its own connections, its own bounds. Make one an account and keep it; what a login
/// opens is [KiteAccess], one a token, so that a dead token is never found in here.
public final class KiteClient implements AutoCloseable {

    private final KiteRest rest;
    private final Exchange exchange;
    private final InstantSource clock;
    private final UnknownWords unknown;

    private KiteClient(KiteRest rest, KiteAccount account, InstantSource clock) {
        this.rest = rest;
        this.exchange = new Exchange(rest, account);
        this.clock = clock;
        this.unknown = new UnknownWords(account.name());
    }

    /// @param clock decides whether it is too late to send an order
    public static KiteClient of(KiteAccount account, InstantSource clock) {
        var bounds = account.bounds();
        var request = new RequestInHand();
        var rest = QuarkusRestClientBuilder.newBuilder()
                .baseUri(account.addresses().api())
                .connectTimeout(bounds.connectWithin().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(bounds.answerWithin().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                // Requests carry tokens in headers, forms and one address; none of it is for a log.
                .loggingScope(LoggingScope.NONE)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, bounds.connections())
                .property(QuarkusRestClientProperties.CONNECTION_TTL, (int)
                        bounds.idle().toSeconds())
                .httpClientOptionsCustomizer(options -> options.setMaxWaitQueueSize(bounds.waiting()))
                .httpClientRequestCustomizer(request)
                .register(new OutgoingWriter(request))
                .build(KiteRest.class);
        return new KiteClient(rest, account, clock);
    }

    public KiteAccount account() {
        return exchange.account();
    }

    /// Exchanges what the login page sent back for an access token. The request token is good for one try and a few
    /// minutes.
    ///
    /// @return fails with a [io.alphapanda.kite.failure.KiteException]; whatever it is, log in again
    public Uni<Grant> exchangeToken(Secret requestToken) {
        var account = exchange.account();
        var checksum = Checksum.ofLogin(account.apiKey(), requestToken, account.apiSecret());
        var form = new LinkedHashMap<String, String>();
        form.put("api_key", account.apiKey());
        form.put("request_token", requestToken.reveal());
        form.put("checksum", checksum.reveal());
        return exchange.read(
                "POST /session/token",
                new Masking(List.of(account.apiSecret(), requestToken, checksum)),
                KiteJson.one(Grant.class),
                () -> rest.exchangeToken(Outgoing.form(form, Departure.anytime())));
    }

    /// Everything a login opens.
    public KiteAccess with(Secret accessToken) {
        return new KiteAccess(exchange, accessToken, clock, unknown);
    }

    /// Ends its connections.
    @Override
    public void close() {
        if (rest instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
