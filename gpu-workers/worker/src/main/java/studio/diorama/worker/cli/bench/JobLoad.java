package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// Listing, showing and starting jobs in a project that has very many.
///
/// @param server that answers
/// @param client who asks
/// @param project with the jobs
/// @param jobs in it, the oldest first
/// @param photo in it, ready to be used
record JobLoad(StudioServer server, StudioClient client, UUID project, List<UUID> jobs, UUID photo) {

    private static final int PAGE = 50;
    private static final int WARM_UPS = 400;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int REQUESTS = 4000;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    /// Steps through a list in an order that is neither its own nor repeats itself soon.
    private static final int STRIDE = 7919;

    List<Figure> measure() throws IOException {
        String all = "%,d jobs: ".formatted(jobs.size());
        Load.Timed first = measure(this::firstPage);
        Load.Timed any = measure(this::anyPage);
        Load.Timed one = measure(this::oneJob);
        Load.Timed submit = measure(number -> submit(number));
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.least(all + "list, newest page", first.times().perSecond(), "/s", 300),
                Figure.of(all + "list, newest page, p50", first.times().percentile(50), "ms"),
                Figure.below(all + "list, newest page, p95", first.times().percentile(95), "ms", 200)));
        figures.addAll(first.processorTimeEach(all + "list, newest page"));
        figures.add(Figure.below(all + "list, any page, p95", any.times().percentile(95), "ms", 200));
        figures.add(Figure.of(all + "one job, p95", one.times().percentile(95), "ms"));
        figures.addAll(one.processorTimeEach(all + "one job"));
        figures.add(Figure.least("jobs submitted", submit.times().perSecond(), "/s", 100));
        figures.add(Figure.of("jobs submitted, p95", submit.times().percentile(95), "ms"));
        figures.addAll(submit.processorTimeEach("jobs submitted"));
        return figures;
    }

    private Load.Timed measure(Load.Request request) throws IOException {
        Load.run(WARM_UPS, WARM_UP, request);
        return Load.timed(server, REQUESTS, LONGEST, request);
    }

    private void firstPage(int number) throws IOException {
        page("");
    }

    private void anyPage(int number) throws IOException {
        UUID before = jobs.get(PAGE + Math.floorMod(number * STRIDE, jobs.size() - PAGE));
        byte[] cursor = ByteBuffer.allocate(16)
                .putLong(before.getMostSignificantBits())
                .putLong(before.getLeastSignificantBits())
                .array();
        page("&cursor=" + Base64.getUrlEncoder().withoutPadding().encodeToString(cursor));
    }

    private void page(String cursor) throws IOException {
        int items = client.get("/api/v1/projects/%s/jobs?limit=%d%s".formatted(project, PAGE, cursor))
                .path("items")
                .size();
        if (items != PAGE) {
            throw new IOException("A page of %d jobs was expected, got %d".formatted(PAGE, items));
        }
    }

    private void oneJob(int number) throws IOException {
        client.get("/api/v1/jobs/" + jobs.get(Math.floorMod(number * STRIDE, jobs.size())));
    }

    private void submit(int number) throws IOException {
        submit(client, project, photo, number);
    }

    /// @return the id of the new job
    static String submit(StudioClient client, UUID project, UUID photo, int seed) throws IOException {
        return client.post("/api/v1/projects/" + project + "/jobs", """
                {"spec": {"pipeline": "camera-noise", "version": 1, "model": "heteroscedastic", "camera": "Camera",
                  "iso": 400, "seed": %d, "images": ["%s"], "bitDepths": [8], "dataset": false}}
                """.formatted(seed, photo))
                .path("id")
                .asText();
    }
}
