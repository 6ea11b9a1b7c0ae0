package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program of a [KafkaProcess]: the data directory, the port, and the file that tells when it serves. It ends when
/// its standard input does, which is when its owner ends, however that comes about.
final class KafkaMain {
    private KafkaMain() {}

    public static void main(String[] arguments) throws IOException {
        try {
            KafkaBroker broker = KafkaBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(broker::close));
            Files.writeString(
                    Path.of(arguments[2]), Long.toString(ProcessHandle.current().pid()));
        } catch (InfrastructureException e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(1); // threads that a failed start leaves behind would keep it alive
        }
        while (System.in.read() >= 0) {
            // Nobody writes anything.
        }
        System.exit(0);
    }
}
