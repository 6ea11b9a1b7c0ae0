package io.alphapanda.portfolio;

import static io.alphapanda.stage.meter.Meter.bps;
import static io.alphapanda.stage.meter.Meter.histogram;

import io.alphapanda.stage.meter.Meter;
import java.util.List;

/// What the portfolio-manager records beside what every stage does.
final class BookMeters {

    static final Meter SLIPPAGE = bps(
            "panda.fill.slippage",
            "What fills cost against the price their signals were made from, fees excluded, in basis points:"
                    + " `against` the trader, or `in-favour`. The one's sum less the other's, by the fills of both, is"
                    + " the average.",
            "lane",
            "direction");

    static final Meter FILL_AGE = histogram(
            "panda.fill.age",
            "From when a tick was due at the feed to when the fill it led to was booked: a lane from end to end. Where"
                    + " ticks are played as fast as they can be, no tick waits for its time.",
            "lane");

    /// In the order of the page.
    static final List<Meter> ALL = List.of(SLIPPAGE, FILL_AGE);

    private BookMeters() {}
}
