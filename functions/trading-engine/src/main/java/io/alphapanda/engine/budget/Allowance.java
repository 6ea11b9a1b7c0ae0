package io.alphapanda.engine.budget;

/// How many requests one window has.
///
/// @param limit    in all, 2 to 1,000,000
/// @param reserved of them for exits, at least 1 and less than the limit
public record Allowance(int limit, int reserved) {

    private static final int MOST = 1_000_000;
    private static final int WHOLE = 100;

    public Allowance {
        checkLimit(limit);
        if (reserved < 1 || reserved >= limit) {
            throw new IllegalArgumentException("reserved " + reserved + " must be between 1 and " + (limit - 1)
                    + " for a limit of " + limit + ", so that exits always and entries sometimes have some");
        }
    }

    /// @param reservedPercent of the limit, rounded up to whole requests; 0 to 99, still at least one request
    static Allowance of(int limit, int reservedPercent) {
        checkLimit(limit);
        if (reservedPercent < 0 || reservedPercent >= WHOLE) {
            throw new IllegalArgumentException("reservedPercent " + reservedPercent + " must be between 0 and 99");
        }
        int share = Math.toIntExact(Math.ceilDiv((long) limit * reservedPercent, WHOLE));
        return new Allowance(limit, Math.clamp(share, 1, limit - 1));
    }

    private static void checkLimit(int limit) {
        if (limit < 2 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit + " must be between 2 and " + MOST
                    + ", one for an exit and one for an entry at least");
        }
    }

    /// Entries find nothing left once this many requests have been made, whatever they were for.
    int forEntries() {
        return limit - reserved;
    }
}
