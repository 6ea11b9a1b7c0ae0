package io.alphapanda.api.stream;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// A topic's clients, and whether its source answers: they are told when it stops to, and when it does again.
final class Listeners {

    private static final Logger LOG = Logger.getLogger(Listeners.class);

    private final StreamTopic topic;
    private final StreamJson json;
    private final Set<Client> clients = new CopyOnWriteArraySet<>();
    private boolean troubled;

    Listeners(StreamTopic topic, StreamJson json) {
        this.topic = topic;
        this.json = json;
    }

    /// @return whether it is the first
    boolean add(Client client) {
        clients.add(client);
        if (troubled) {
            client.send(notice("trouble"));
        }
        return clients.size() == 1;
    }

    /// @return whether nobody is left
    boolean remove(Client client) {
        return clients.remove(client) && clients.isEmpty();
    }

    boolean isEmpty() {
        return clients.isEmpty();
    }

    void forEach(Consumer<Client> each) {
        clients.forEach(each);
    }

    void send(List<Buffer> frames) {
        clients.forEach(each -> each.send(frames));
    }

    /// A look failed.
    void troubled(Throwable failure) {
        if (!troubled) {
            troubled = true;
            LOG.warnf("not told, its source does not answer: topic=%s reason=%s", topic.label(), failure);
            send(List.of(notice("trouble")));
        }
    }

    /// A look did not.
    void untroubled() {
        if (troubled) {
            troubled = false;
            LOG.infof("told again: topic=%s", topic.label());
            send(List.of(notice("recovered")));
        }
    }

    private Buffer notice(String name) {
        return Frame.event(name, json.notice(topic));
    }
}
