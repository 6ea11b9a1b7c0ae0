package io.alphapanda.engine.zerodha.update;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// An order that the broker has.
///
/// @param id ours
record Placed(String id) {

    /// Has a purchase approved and waits until the broker has it.
    static Placed at(String lane, String strategy, long quantity) {
        var signal = new Signals(lane, strategy).next(Side.BUY, quantity);
        int status = Door.post(
                Door.headers(
                        EventType.SIGNAL_VALIDATED,
                        Ids.validated(signal.id()),
                        lane,
                        Topics.signalsValidated(signal.broker()),
                        signal.signal().partitionKey(),
                        signal.signal().id(),
                        signal.signal().referenceTime()),
                Door.json(new SignalValidated(signal, List.of(), Optional.empty())));
        if (status != 204) {
            throw new AssertionError("the approval was answered " + status);
        }
        var placed = new Placed(Ids.order(signal.id(), 1));
        placed.awaitStatus("SUBMITTED");
        return placed;
    }

    void awaitStatus(String status) {
        Await.until("order " + id + " is " + status, () -> Ledger.rows("select status from orders where id = ?", id)
                .equals(List.of(List.of(status))));
    }

    /// The quantities of its fills, in the order they were booked.
    List<String> fills() {
        return Ledger.rows("select quantity::int from fills where order_id = ? order by sequence", id).stream()
                .map(List::getFirst)
                .toList();
    }

    List<List<String>> transitions() {
        return Ledger.rows("select version, status from order_transitions where order_id = ? order by version", id);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
