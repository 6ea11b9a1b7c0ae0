package io.alphapanda.api.watch;

import io.alphapanda.stage.trouble.TransientException;
import io.alphapanda.stage.watch.FeedView;
import io.alphapanda.stage.watch.KafkaView;
import io.alphapanda.stage.watch.ServiceView;
import io.alphapanda.stage.watch.Views;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads the views of the house; one that nobody has written, or that can't be read, is missing.
@Singleton
public final class HouseViews {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RedisAPI redis;

    HouseViews(RedisAPI redis) {
        this.redis = redis;
    }

    /// What a watcher last saw of Kafka.
    public Uni<Optional<KafkaView>> kafka() {
        return patient(redis.get(Views.KAFKA))
                .map(text -> Optional.ofNullable(text).flatMap(each -> Views.read(each.toString(), KafkaView.class)));
    }

    /// Every feed that ever said how it is, by asset class.
    public Uni<List<FeedView>> feeds() {
        return hash(Views.FEEDS, FeedView.class, Comparator.comparing(FeedView::assetClass));
    }

    /// Every process that said that it is there, and has not said good-bye.
    public Uni<List<ServiceView>> services() {
        return hash(
                Views.SERVICES,
                ServiceView.class,
                Comparator.comparing(ServiceView::stage).thenComparing(ServiceView::instance));
    }

    /// Forgets processes that will not be heard again.
    public Uni<Void> forget(List<ServiceView> gone) {
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var fields = new ArrayList<String>();
        fields.add(Views.SERVICES);
        gone.forEach(each -> fields.add(each.field()));
        return patient(redis.hdel(fields)).replaceWithVoid();
    }

    private <T> Uni<List<T>> hash(String key, Class<T> type, Comparator<T> order) {
        return patient(redis.hvals(key)).map(answer -> {
            var views = new ArrayList<T>();
            answer.forEach(each -> Views.read(each.toString(), type).ifPresent(views::add));
            views.sort(order);
            return views;
        });
    }

    private static Uni<Response> patient(Uni<Response> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from Redis within " + PATIENCE));
    }
}
