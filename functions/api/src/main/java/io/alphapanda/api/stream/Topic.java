package io.alphapanda.api.stream;

import java.util.OptionalLong;

/// One topic and those who listen to it. Looks at its source while there is somebody.
interface Topic {

    StreamTopic name();

    /// @param after what the client was told last; empty for one that is new. Of meaning to a log only
    void join(Client client, OptionalLong after);

    void leave(Client client);
}
