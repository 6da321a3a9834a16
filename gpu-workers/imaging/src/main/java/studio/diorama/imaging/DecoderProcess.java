package studio.diorama.imaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.internal.DecoderAnswer;
import studio.diorama.imaging.internal.DecoderChild;
import studio.diorama.imaging.internal.DecoderRequest;
import studio.diorama.imaging.internal.SampleFile;
import studio.diorama.imaging.internal.WorkFolder;

/// Decodes pictures from strangers in a child process with limits of memory and time, and without network where
/// the operating system can do that.
///
/// The child lives from picture to picture and is replaced after it crashed, hung or ran out of memory; the
/// picture that did it is refused. May be shared by threads: pictures are then decoded one after the other.
public final class DecoderProcess implements AutoCloseable {

    private final DecoderSettings settings;
    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<DecoderChild> child = Optional.empty();
    private boolean closed;

    /// Starts nothing yet: the child comes with the first picture.
    public DecoderProcess(DecoderSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
        this.folder = WorkFolder.create();
    }

    /// Decodes a picture as [PhotoDecoder] does.
    ///
    /// @throws DioramaException as there, and `INVALID_INPUT` when the child ran out of time or memory or
    /// crashed
    public Photo decode(Path input, ImageLimits limits) {
        Path samples = WorkFolder.samples(folder);
        lock.lock();
        try {
            DecoderAnswer.Done done = ask(new DecoderRequest(input, samples, 0, limits));
            return new Photo(SampleFile.read(samples, done.width(), done.height(), done.bitDepth()), done.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(samples);
            lock.unlock();
        }
    }

    /// As [#check(Path, Path, int, ImageLimits)] with a thumbnail of 512 pixels and the limits of photographs.
    public PhotoCheck check(Path input, Path thumbnail) {
        return check(input, thumbnail, PhotoCheck.THUMBNAIL_SIDE, ImageLimits.PHOTO);
    }

    /// Decodes a picture in full and writes a small one, averaged in linear light.
    ///
    /// @param thumbnail new file; PNG where its name ends in `.png`, else JPEG of quality 85
    /// @param maxSide longest side of the thumbnail in pixels
    /// @throws DioramaException as [#decode(Path, ImageLimits)]; no thumbnail is left then
    public PhotoCheck check(Path input, Path thumbnail, int maxSide, ImageLimits limits) {
        if (maxSide < 1) {
            throw new IllegalArgumentException("a thumbnail side of at least 1 expected, got " + maxSide);
        }
        lock.lock();
        try {
            DecoderAnswer.Done done = ask(new DecoderRequest(input, thumbnail, maxSide, limits));
            return new PhotoCheck(done.header(), done.metadata(), done.width(), done.height());
        } catch (DioramaException e) {
            delete(thumbnail);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /// What holds the child, in words: always its heap and time limit, and what the operating system adds.
    public List<String> fences() {
        List<String> fences = new ArrayList<>();
        fences.add("%d MiB of Java heap".formatted(settings.heapBytes() >> 20));
        fences.add("%d ms a picture".formatted(settings.timeLimit().toMillis()));
        fences.addAll(DecoderChild.fences(settings));
        return List.copyOf(fences);
    }

    /// The running child, if there is one.
    public Optional<ProcessHandle> handle() {
        return child.map(DecoderChild::handle).filter(ProcessHandle::isAlive);
    }

    private DecoderAnswer.Done ask(DecoderRequest request) {
        if (closed) {
            throw new IllegalStateException("the decoder process has been closed");
        }
        try {
            if (child.isEmpty() || !child.get().isFit()) {
                child.ifPresent(DecoderChild::close);
                child = Optional.of(DecoderChild.start(settings, folder));
            }
            return child.get().exchange(request, settings.timeLimit()).orThrow();
        } catch (DecoderChild.FailedException e) {
            child = Optional.empty();
            throw refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DioramaException refusal(DecoderChild.FailedException e) {
        String came = switch (e.failure()) {
            case TIME ->
                "decoding took longer than %d ms".formatted(settings.timeLimit().toMillis());
            case MEMORY -> "decoding needed more than %d MiB of memory".formatted(settings.heapBytes() >> 20);
            case CRASH -> "its decoder stopped without an answer";
        };
        return new DioramaException(
                ErrorCode.INVALID_INPUT,
                "A picture that can be decoded within the limits expected, but %s. Send a smaller picture, or save it anew."
                        .formatted(came),
                e);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the child at once and removes its folder.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            child.ifPresent(DecoderChild::close);
            child = Optional.empty();
            WorkFolder.remove(folder);
        } finally {
            lock.unlock();
        }
    }
}
