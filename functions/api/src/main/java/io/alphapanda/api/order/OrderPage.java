package io.alphapanda.api.order;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of orders, newest first.
///
/// @param orders     at most as many as asked for
/// @param nextCursor asks for the next, older page; null on the last
@Schema(description = "A page of orders, newest first")
public record OrderPage(
        List<OrderLine> orders,

        @Schema(description = "Asks for the next, older page; null on the last")
        Optional<String> nextCursor) {}
