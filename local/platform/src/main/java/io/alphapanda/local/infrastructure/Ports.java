package io.alphapanda.local.infrastructure;

/// The TCP ports of the three servers on 127.0.0.1; 0 picks a free one at each start.
public record Ports(int kafka, int redis, int postgres) {
    /// Any free ports: what tests use, so that builds never collide.
    public static final Ports FREE = new Ports(0, 0, 0);

    public Ports {
        check("ports.kafka", kafka);
        check("ports.redis", redis);
        check("ports.postgres", postgres);
        if (kafka != 0 && (kafka == redis || kafka == postgres) || redis != 0 && redis == postgres) {
            throw new IllegalArgumentException("ports.kafka (%d), ports.redis (%d) and ports.postgres (%d) must differ"
                    .formatted(kafka, redis, postgres));
        }
    }

    private static void check(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "%s must be between 1 and 65535, or 0 for a free port, but is %d".formatted(option, port));
        }
    }
}
