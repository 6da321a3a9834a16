package studio.diorama.worker.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.DecoderProcess;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.worker.JobContext;
import studio.diorama.worker.JobOutput;

/// The [JobContext] of one try of one job: its folder, and what it has made so far.
final class JobWorkspace implements JobContext, AutoCloseable {

    private static final Duration BETWEEN_PREVIEWS = Duration.ofSeconds(5);

    private final Services services;
    private final DecoderPool decoders;
    private final RunningJob job;
    private final Path folder;
    private final int threads;
    private final Publication publication;
    private final List<Runnable> atSuccess = new ArrayList<>();
    private Instant nextPreview = Instant.MIN;
    private int files;

    JobWorkspace(Services services, DecoderPool decoders, RunningJob job, Path folder, int threads) {
        this.services = services;
        this.decoders = decoders;
        this.job = job;
        this.folder = folder;
        this.threads = threads;
        this.publication = new Publication(services, job.attempt().job());
    }

    @Override
    public boolean isRequested() {
        return job.stopReason().isPresent();
    }

    @Override
    public Optional<String> stopReason() {
        return job.stopReason().map(StopReason::text);
    }

    @Override
    public Asset asset(UUID id) {
        Asset asset = services.assets()
                .find(id)
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.NOT_FOUND,
                        "The input %s is gone: it was deleted after the job began.".formatted(id)));
        publication.input(asset);
        return asset;
    }

    @Override
    public Path file(Asset asset) {
        services.store().requireRoomFor(asset.bytes());
        Path copy = newFile(".input");
        try (InputStream bytes = Channels.newInputStream(services.store().open(asset.sha256()))) {
            Files.copy(bytes, copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path newFile(String suffix) {
        files++;
        return folder.resolve(files + suffix);
    }

    @Override
    public Path checkpoints() {
        return services.checkpoints().of(job.fence().jobId());
    }

    @Override
    public DecoderProcess decoder() {
        DecoderProcess decoder = job.decoder().orElseGet(() -> {
            DecoderProcess taken = decoders.take();
            job.decoder(taken);
            return taken;
        });
        // Asked after the stop could see the decoder: whichever comes second ends the work.
        throwIfRequested();
        return decoder;
    }

    @Override
    public ImageLimits imageLimits() {
        return services.imageLimits();
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public void progress(int stageNumber, int stageCount, String stage, double fraction) {
        job.progress(stageNumber, stageCount, stage, fraction);
    }

    @Override
    public void preview(Path jpeg) {
        Instant now = services.clock().instant();
        if (now.isBefore(nextPreview)) {
            return;
        }
        nextPreview = now.plus(BETWEEN_PREVIEWS);
        job.preview(store(jpeg));
    }

    @Override
    public void log(String line) {
        job.attempt().log(line);
    }

    @Override
    public void output(JobOutput output) {
        throwIfRequested();
        publication.add(output);
    }

    @Override
    public String store(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return services.store().put(bytes).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onSuccess(Runnable action) {
        atSuccess.add(action);
    }

    /// Closes the job with what it made.
    void publish() {
        job.attempt().succeed(publication.assets(), () -> atSuccess.forEach(Runnable::run));
    }

    @Override
    public void close() {
        job.decoder().ifPresent(decoder -> {
            job.decoder(null);
            decoders.giveBack(decoder);
        });
        WorkFolder.deleteTree(folder);
    }
}
