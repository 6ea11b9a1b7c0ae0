package io.alphapanda.local.infrastructure;

import java.nio.file.Path;

/// A JVM of its own that starts the infrastructure, says so, and waits to be killed.
final class KilledOwner {
    private KilledOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        Infrastructure infrastructure =
                Infrastructure.start(new InfrastructureOptions(Path.of(arguments[0]), Ports.FREE));
        System.out.println("started " + infrastructure.redisProcess().pid() + " "
                + infrastructure.postgresProcess().pid());
        Thread.currentThread().join();
    }
}
