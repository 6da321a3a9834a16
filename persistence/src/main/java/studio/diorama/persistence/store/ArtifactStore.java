package studio.diorama.persistence.store;

import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/// Bytes kept under the SHA-256 of their content. What is stored never changes; the same bytes are stored once.
///
/// Whoever puts bytes in must hold a foreign key on `blob` within the grace period of the [GarbageCollector].
public interface ArtifactStore {

    /// Reads `bytes` to their end and keeps them; returns once they would survive a power cut. Does not close the
    /// stream.
    ///
    /// @throws studio.diorama.common.DioramaException with `STORAGE_FULL` if there is no room
    StoredBytes put(InputStream bytes);

    /// Takes a finished file over: it is gone from its place afterwards.
    ///
    /// @throws studio.diorama.common.DioramaException with `STORAGE_FULL` if there is no room
    StoredBytes take(Path file);

    /// Keeps the bytes of a finished file that stays in its place, for whoever must be able to do it again after a
    /// crash. The file must not be written any more: on one disk both names share the bytes.
    ///
    /// @throws studio.diorama.common.DioramaException with `STORAGE_FULL` if there is no room
    StoredBytes keep(Path file);

    /// Opens stored bytes for reading, after their hash was found to be right.
    ///
    /// @throws studio.diorama.common.DioramaException with `NOT_FOUND`, or with `DAMAGED` if the bytes have changed
    SeekableByteChannel open(String sha256);

    /// The same bytes as a file of this machine, to be read and not to be kept: for a web server that has the system
    /// send
    /// it.
    ///
    /// @throws studio.diorama.common.DioramaException as [#open]
    Path file(String sha256);

    /// Refuses if less of the disk would stay free than is kept in reserve.
    ///
    /// @throws studio.diorama.common.DioramaException with `STORAGE_FULL`
    void requireRoomFor(long bytes);
}
