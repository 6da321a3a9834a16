package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/// Everything at once for a long time: four clients list, submit, cancel, send, fetch and listen, one thing after the
/// other, while heap, open files and connections of the studio are looked at. What is not given back shows as a last
/// third that holds more than the first did.
///
/// @param server that is looked at
/// @param client who asks
/// @param project that it happens in
/// @param photo in it, ready to be used
/// @param duration of it all
record Soak(StudioServer server, StudioClient client, UUID project, UUID photo, Duration duration) {

    private static final long SAMPLE_MILLIS = 500;
    /// The last third may hold so much more than the first: caches fill for as long as rows are added.
    private static final double MOST_HEAP_GROWTH = 32;

    private static final double MOST_FILE_GROWTH = 8;
    private static final int PICTURE = 1_000_000;

    List<Figure> measure() throws IOException {
        // Compiles and fills what is filled once; not looked at.
        Load.run(Integer.MAX_VALUE, duration.dividedBy(10), this::round);
        List<ProcessHandles> samples = Collections.synchronizedList(new ArrayList<>());
        Load.Times times;
        try (ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
            sampler.scheduleAtFixedRate(() -> samples.add(server.handles()), 0, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
            try {
                times = Load.run(Integer.MAX_VALUE, duration, this::round);
            } finally {
                sampler.shutdownNow();
            }
        }
        return figures(times, List.copyOf(samples));
    }

    private List<Figure> figures(Load.Times times, List<ProcessHandles> samples) {
        int third = samples.size() / 3;
        if (third < 3) {
            throw new IllegalArgumentException("A soak needs nine looks at least, one each %d ms, got %d"
                    .formatted(SAMPLE_MILLIS, samples.size()));
        }
        List<ProcessHandles> first = samples.subList(0, third);
        List<ProcessHandles> last = samples.subList(samples.size() - third, samples.size());
        String name = "soak of %d s: ".formatted(duration.toSeconds());
        return List.of(
                Figure.of(name + "rounds of list, submit, cancel, send, fetch, listen", times.perSecond(), "/s"),
                Figure.of(name + "heap after collections, first third", least(first), "MiB"),
                Figure.below(
                        name + "heap after collections, growth until the last third",
                        least(last) - least(first),
                        "MiB",
                        MOST_HEAP_GROWTH),
                growth(name + "open files", first, last, ProcessHandles::files),
                growth(name + "connections", first, last, ProcessHandles::connections),
                growth(name + "threads", first, last, ProcessHandles::threads));
    }

    /// The heap right after a collection is the least that was seen.
    private static double least(List<ProcessHandles> samples) {
        return samples.stream().mapToDouble(ProcessHandles::heapMebibytes).min().orElseThrow();
    }

    private static Figure growth(
            String name, List<ProcessHandles> first, List<ProcessHandles> last, ToDoubleFunction<ProcessHandles> what) {
        double before = first.stream().mapToDouble(what).max().orElseThrow();
        double after = last.stream().mapToDouble(what).max().orElseThrow();
        return Figure.below("%s, growth above %.0f".formatted(name, before), after - before, "", MOST_FILE_GROWTH);
    }

    private void round(int number) throws IOException {
        client.get("/api/v1/projects/%s/jobs?limit=50".formatted(project));
        String job = JobLoad.submit(client, project, photo, number);
        client.get("/api/v1/jobs/" + job);
        client.cancel(job);
        NoiseTiff picture = new NoiseTiff(PICTURE, NoiseTiff.CHUNK_BYTES);
        String asset =
                client.sendChunk(client.startUpload(project, picture.name(), picture.bytes()), 0, picture.body(0));
        client.readRange(asset, number % NoiseTiff.CHUNK_BYTES / 2, NoiseTiff.CHUNK_BYTES / 2, new byte[1 << 16]);
        client.events(project).close();
    }
}
