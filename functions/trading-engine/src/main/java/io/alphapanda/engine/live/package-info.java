/// The live lane: orders that leave the house, each at most once.
///
/// ```
/// approval ─▶ INTENDED, placement row ─commit─▶ Desk ──▶ SENDING ─commit─▶ broker ──answer──▶ SUBMITTED | REJECTED | …
///                                                │ halted, expired, closed                       └▶ UNKNOWN
///                                                ▼                                                    │
///                                         FAILED | EXPIRED          BookReader: the day's book ◀──────┘
///                                                                   postbacks, ticker, poll: "read it again"
/// ```
///
/// What an order may become is [io.alphapanda.domain.placement.Placement]'s to say; here it is written down before what
/// it allows is done. A broker is a [LiveBroker]; nothing here knows which.
package io.alphapanda.engine.live;
