package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/// Processor time of a stretch, in seconds. Where both sides share a machine it tells more than wall time: what the
/// client takes is not there for the studio, and what other programs take is in neither.
///
/// @param studio of the measured process, its compiler and collector included
/// @param client of this process, which asks and measures
record ProcessorTime(double studio, double client) {

    private static final double MILLIS = 1e3;

    static ProcessorTime during(StudioServer server, ResidentMemory.Action action) throws IOException {
        ProcessorTime before = now(server);
        action.run();
        ProcessorTime after = now(server);
        return new ProcessorTime(after.studio - before.studio, after.client - before.client);
    }

    private static ProcessorTime now(StudioServer server) {
        return new ProcessorTime(seconds(server.processorTime()), seconds(own()));
    }

    private static Duration own() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return Duration.ofNanos(system.getProcessCpuTime());
        }
        throw new IllegalStateException("This Java does not tell its own processor time");
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /// What one of `count` took, as figures without a target.
    ///
    /// @param name of what was done
    /// @param one what there were `count` of, such as `request`
    List<Figure> each(String name, String one, double count) {
        return List.of(
                Figure.of(name + ", processor time of the studio", studio * MILLIS / count, "ms/" + one),
                Figure.of(name + ", processor time of the client", client * MILLIS / count, "ms/" + one));
    }
}
