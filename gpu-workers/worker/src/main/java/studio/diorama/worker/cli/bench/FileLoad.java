package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Files on their way in and out, four side by side.
///
/// @param server that takes and gives
/// @param client who sends and fetches
/// @param project that takes the files
/// @param disk a folder on the disk that the studio writes to, for the baseline
record FileLoad(StudioServer server, StudioClient client, UUID project, Path disk) {

    private static final int UPLOADS = 20;
    private static final int WARM_UPS = 40;
    private static final long UPLOAD_BYTES = 16L << 20;
    private static final Duration LONGEST_UPLOADS = Duration.ofSeconds(15);
    private static final double SHARE_OF_DISK = 0.6;

    private static final long LARGE_BYTES = 256L << 20;
    private static final long SMALL_BYTES = 64L << 20;
    /// Below this rate the large file would take the whole time of the measurement.
    private static final double LARGE_FROM_MIB_PER_SECOND = 15;
    /// Each of the clients fetches the whole large file.
    private static final int ROUNDS = Load.CLIENTS;

    private static final Duration LONGEST_DOWNLOADS = Duration.ofSeconds(15);
    private static final double BYTES_PER_MIB = 1 << 20;

    List<Figure> measure() throws IOException {
        double before = mebibytesPerSecond(UPLOAD_BYTES, Load.run(UPLOADS, LONGEST_UPLOADS, this::write));
        Load.run(WARM_UPS, LONGEST_UPLOADS, number -> upload(UPLOADS + number));
        Transfer uploads = transfer(UPLOAD_BYTES, UPLOADS, LONGEST_UPLOADS, this::upload);
        double after = mebibytesPerSecond(UPLOAD_BYTES, Load.run(UPLOADS, LONGEST_UPLOADS, this::write));
        double baseline = Math.max(before, after);

        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.least(
                        "%d uploads of %d MiB, 4 at a time".formatted(UPLOADS, UPLOAD_BYTES >> 20),
                        uploads.mebibytesPerSecond(),
                        "MiB/s",
                        SHARE_OF_DISK * baseline)
                .withBaseline(baseline));
        figures.addAll(uploads.processorTimeEach("uploads"));
        figures.add(Figure.of("resident memory grew during uploads", uploads.growth(), "MiB"));
        figures.addAll(downloads(uploads.mebibytesPerSecond() > LARGE_FROM_MIB_PER_SECOND ? LARGE_BYTES : SMALL_BYTES));
        return figures;
    }

    private List<Figure> downloads(long bytes) throws IOException {
        NoiseTiff picture = new NoiseTiff(UPLOADS + WARM_UPS, bytes);
        String asset = send(picture);
        // The first reader of a file waits until its hash is verified; it is not part of the rate.
        client.readRange(asset, 0, NoiseTiff.CHUNK_BYTES, new byte[1 << 16]);
        BlockingQueue<RangeReader> readers = new ArrayBlockingQueue<>(Load.CLIENTS);
        try {
            for (int reader = 0; reader < Load.CLIENTS; reader++) {
                readers.add(client.rangeReader());
            }
            return downloads(bytes, picture.chunks(), number -> {
                RangeReader reader = readers.remove();
                long start = (long) (number % picture.chunks()) * NoiseTiff.CHUNK_BYTES;
                reader.read(asset, start, NoiseTiff.CHUNK_BYTES);
                readers.add(reader);
            });
        } finally {
            for (RangeReader reader : readers) {
                reader.close();
            }
        }
    }

    private List<Figure> downloads(long bytes, int chunks, Load.Request range) throws IOException {
        Load.run(chunks, LONGEST_DOWNLOADS, range);
        Transfer downloads = transfer(NoiseTiff.CHUNK_BYTES, ROUNDS * chunks, LONGEST_DOWNLOADS, range);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.least(
                "range downloads of a file of %d MiB, 4 clients".formatted(bytes >> 20),
                downloads.mebibytesPerSecond(),
                "MiB/s",
                500));
        figures.addAll(downloads.processorTimeEach("range downloads"));
        figures.add(Figure.of("resident memory grew during downloads", downloads.growth(), "MiB"));
        return figures;
    }

    /// @param mebibytes in all
    /// @param growth of the studio's resident memory, MiB
    private record Transfer(double mebibytes, Load.Timed timed, double growth) {

        double mebibytesPerSecond() {
            return mebibytes / timed.times().seconds();
        }

        List<Figure> processorTimeEach(String name) {
            return timed.used().each(name, "MiB", mebibytes);
        }
    }

    private Transfer transfer(long bytesEach, int count, Duration longest, Load.Request request) throws IOException {
        List<Load.Timed> timed = new ArrayList<>();
        double growth = server.memory().growthDuring(() -> timed.add(Load.timed(server, count, longest, request)));
        double mebibytes = timed.getFirst().times().count() * bytesEach / BYTES_PER_MIB;
        return new Transfer(mebibytes, timed.getFirst(), growth);
    }

    private void upload(int number) throws IOException {
        send(new NoiseTiff(number, UPLOAD_BYTES));
    }

    private String send(NoiseTiff picture) throws IOException {
        String upload = client.startUpload(project, picture.name(), picture.bytes());
        String asset = "";
        for (int chunk = 0; chunk < picture.chunks(); chunk++) {
            asset = client.sendChunk(upload, (long) chunk * NoiseTiff.CHUNK_BYTES, picture.body(chunk));
        }
        if (asset.isEmpty()) {
            throw new IOException("The last chunk of %s was expected to make an asset".formatted(picture.name()));
        }
        return asset;
    }

    /// The baseline: the same bytes, written and synced without a studio.
    private void write(int number) throws IOException {
        NoiseTiff picture = new NoiseTiff(number, UPLOAD_BYTES);
        Path file = disk.resolve(picture.name());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int chunk = 0; chunk < picture.chunks(); chunk++) {
                for (ByteBuffer bytes : picture.chunk(chunk)) {
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
            }
            channel.force(true);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double mebibytesPerSecond(long bytesEach, Load.Times times) {
        return times.count() * bytesEach / BYTES_PER_MIB / times.seconds();
    }
}
