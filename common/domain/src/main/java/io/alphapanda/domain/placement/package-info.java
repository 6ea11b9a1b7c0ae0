/// One order at a live broker: sent at most once, and looked up until it is known what became of it.
///
/// A live broker's answer can get lost, and a second attempt would be a second order. So the right to send is won once
/// and written down before anything is sent; whatever the answer leaves open is settled by reading the broker's order
/// book, where the order is known by its tag.
///
/// ```
/// INTENDED ─send─▶ SENDING ─answer─▶ SUBMITTED ───────────────┐
///                     │  └─────────▶ REJECTED | FAILED        │ what the book shows
///                     │ none, or none that says               ▼
///                     └──────────▶ UNKNOWN ──found──▶ PARTIALLY_FILLED ──▶ FILLED | CANCELLED | REJECTED
///                                   │     ▲
///             silent for the window │     │ book unreadable, or silent for less; for a person once the day is over
///                                   ▼     │
///                                 FAILED  └ stays
///
/// REJECTED | FAILED | CANCELLED, and the broker has it alive or filled all the same: reopened, and the lane halts
/// filled beyond what was asked, at once or long after FILLED: booked, stays FILLED, and the lane halts
/// ```
@NullMarked
package io.alphapanda.domain.placement;

import org.jspecify.annotations.NullMarked;
