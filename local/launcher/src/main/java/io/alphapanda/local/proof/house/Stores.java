package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import java.net.URI;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// What can be done to the stores of a house.
final class Stores {

    private Stores() {}

    /// Redis loses everything it has.
    static void forget(PlayedHouse house) {
        try (var redis = new Jedis(URI.create(house.infrastructure().redisUri()))) {
            redis.flushAll();
        } catch (JedisException _) {
            // It has been killed just now; the next time it will be there.
        }
    }
}
