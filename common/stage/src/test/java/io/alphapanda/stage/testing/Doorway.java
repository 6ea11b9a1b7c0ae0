package io.alphapanda.stage.testing;

import java.util.List;

/// Brings events to a stage, as whoever stands before its open door does.
public interface Doorway extends AutoCloseable {

    /// Brings all of them to the door at once, and returns when the door is finished with every one.
    void deliver(List<Knock> knocks);

    /// Brings the event to the door, and returns when it has been sent back.
    void deliverInVain(Knock knock);

    /// Brings the events to the door, and does not wait.
    void begin(List<Knock> knocks);

    /// Whether the door is finished with the event.
    boolean isFinished(Knock knock);

    /// Lets events that were sent back come again until the door is finished with them.
    void comeAgain(List<Knock> knocks);

    @Override
    void close();
}
