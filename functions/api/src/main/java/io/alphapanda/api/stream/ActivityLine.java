package io.alphapanda.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.domain.order.Reality;
import java.time.Instant;
import java.util.Optional;

/// Something a lane decided on: an event, as a client of the stream is told it.
///
/// @param id            of the event; the same whenever it is told again
/// @param type          such as `io.alphapanda.order-filled.v1`
/// @param stage         who decided
/// @param broker        the account
/// @param kind          what executes its orders; an order keeps the kind it was written down with
/// @param reality       PAPER, SIMULATED or LIVE; an order keeps that as well
/// @param simulated     true if nobody else saw it
/// @param strategy      whose
/// @param instrument    `VENUE:SYMBOL`; null for what is of no single one
/// @param correlationId the same for everything that came of one idea, in every lane
/// @param time          the event's own
/// @param recordedAt    when it was written down
/// @param data          the event's data, as `docs/reference/events` has it; null if it can't be read
record ActivityLine(
        String id,
        String type,
        String stage,
        String broker,
        String kind,
        Reality reality,
        boolean simulated,
        Optional<String> strategy,
        Optional<String> instrument,
        String correlationId,
        Instant time,
        Instant recordedAt,
        Optional<JsonNode> data) {}
