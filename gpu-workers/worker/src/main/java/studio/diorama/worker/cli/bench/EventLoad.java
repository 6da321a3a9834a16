package studio.diorama.worker.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Two hundred browsers that listen to one project while jobs are submitted to it: how long until each has heard of
/// each. Ten people, because nobody may have more than twenty streams open.
///
/// @param server that tells
/// @param client who submits the jobs, and invites the listeners
/// @param project that is listened to
/// @param photo in it, ready to be used
record EventLoad(StudioServer server, StudioClient client, UUID project, UUID photo) {

    private static final int PEOPLE = 10;
    private static final int STREAMS_EACH = 20;
    private static final int STREAMS = PEOPLE * STREAMS_EACH;
    private static final int WARM_UPS = 10;
    private static final int CHANGES = 20;
    private static final long PAUSE_MILLIS = 1000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final double NANOS_PER_MILLI = 1e6;

    List<Figure> measure() throws IOException {
        List<StudioClient> people = new ArrayList<>();
        List<Stream> streams = new ArrayList<>();
        try {
            double before = server.memory().mebibytes();
            for (int person = 0; person < PEOPLE; person++) {
                people.add(StudioClient.withToken(server.address(), client.tokenOfGuest(project, person)));
            }
            for (int stream = 0; stream < STREAMS; stream++) {
                streams.add(Stream.open(people.get(stream % PEOPLE), project));
            }
            for (Stream stream : streams) {
                stream.awaitConnected();
            }
            run(WARM_UPS, streams);
            double idle = server.processorPercent(IDLE);
            double grown = server.memory().mebibytes() - before;
            return figures(run(CHANGES, streams), idle, grown);
        } finally {
            streams.forEach(Stream::close);
            people.forEach(StudioClient::close);
        }
    }

    private static List<Figure> figures(Heard heard, double idle, double grown) {
        String all = "%d event streams: ".formatted(STREAMS);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(all + "change to event seen, p50", heard.percentile(50), "ms"));
        figures.add(Figure.below(all + "change to event seen, p95", heard.percentile(95), "ms", 1000));
        figures.add(Figure.of(all + "change to event seen, longest", heard.percentile(100), "ms"));
        figures.add(Figure.below(all + "events that did not come", heard.missing, "", 1));
        figures.addAll(heard.used.each(all + "one change told to all", "change", CHANGES));
        figures.add(Figure.of(all + "nothing happens, of one processor", idle, "%"));
        figures.add(Figure.of(all + "resident memory grew", grown, "MiB"));
        return figures;
    }

    /// @param milliseconds from the moment before the request that changes something until a listener has read of it,
    ///     sorted
    /// @param missing how many did not come
    private record Heard(double[] milliseconds, int missing, ProcessorTime used) {

        double percentile(int percent) {
            int count = milliseconds.length;
            return count == 0 ? Double.NaN : milliseconds[Math.min(count - 1, count * percent / 100)];
        }
    }

    private Heard run(int changes, List<Stream> streams) throws IOException {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        ProcessorTime used = ProcessorTime.during(server, () -> {
            for (int change = 0; change < changes; change++) {
                long now = System.nanoTime();
                sent.put(JobLoad.submit(client, project, photo, change), now);
                StudioServer.pause(PAUSE_MILLIS);
            }
            long end = System.nanoTime() + LONGEST.toNanos();
            while (System.nanoTime() - end < 0 && !streams.stream().allMatch(stream -> stream.hasHeard(sent))) {
                StudioServer.pause(PAUSE_MILLIS / 10);
            }
        });
        double[] delays = streams.stream()
                .flatMap(stream -> sent.entrySet().stream()
                        .filter(change -> stream.heard.containsKey(change.getKey()))
                        .map(change -> (stream.heard.get(change.getKey()) - change.getValue()) / NANOS_PER_MILLI))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return new Heard(delays, changes * streams.size() - delays.length, used);
    }

    /// One listener, read by a thread of its own.
    private static final class Stream implements AutoCloseable {

        private static final String ID = "\"id\":\"";
        private static final int ID_LENGTH = 36;

        private final InputStream body;
        private final Map<String, Long> heard = new ConcurrentHashMap<>();
        private final CountDownLatch connected = new CountDownLatch(1);

        private Stream(InputStream body) {
            this.body = body;
        }

        static Stream open(StudioClient client, UUID project) throws IOException {
            Stream stream = new Stream(client.events(project));
            Thread.ofVirtual().start(stream::read);
            return stream;
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    connected.countDown();
                    int id = line.startsWith("data:") ? line.indexOf(ID) : -1;
                    if (id >= 0) {
                        int start = id + ID.length();
                        heard.putIfAbsent(line.substring(start, start + ID_LENGTH), System.nanoTime());
                    }
                }
            } catch (IOException e) {
                // Closed at the end of the measurement; one that broke before is missing events then.
            }
        }

        void awaitConnected() throws IOException {
            try {
                if (!connected.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("An event stream said nothing within %d s".formatted(LONGEST.toSeconds()));
                }
            } catch (InterruptedException e) {
                throw Load.interrupted(e);
            }
        }

        boolean hasHeard(Map<String, Long> sent) {
            return heard.keySet().containsAll(sent.keySet());
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
