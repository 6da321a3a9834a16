package studio.diorama.backend.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.TextCheck;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.asset.Upload;
import studio.diorama.persistence.asset.UploadRepository;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.job.NewJob;
import studio.diorama.persistence.job.PhotoCheckSpec;
import studio.diorama.persistence.store.ArtifactStore;
import studio.diorama.persistence.store.StoredBytes;

/// Files on their way in: chunks are appended durably, and a whole file becomes an asset once its header has been
/// looked at. Decoding is the worker's business.
@ApplicationScoped
public class UploadService {

    private final Database database;
    private final UploadRepository uploads;
    private final AssetRepository assets;
    private final JobRepository jobs;
    private final ArtifactStore store;
    private final ProjectAccess access;
    private final InstantSource clock;
    private final DioramaConfig config;
    private final UploadFiles files;

    UploadService(
            Database database,
            UploadRepository uploads,
            AssetRepository assets,
            JobRepository jobs,
            ArtifactStore store,
            ProjectAccess access,
            InstantSource clock,
            DioramaConfig config) {
        this.database = database;
        this.uploads = uploads;
        this.assets = assets;
        this.jobs = jobs;
        this.store = store;
        this.access = access;
        this.clock = clock;
        this.config = config;
        this.files = new UploadFiles(config.data().resolve("uploads"));
    }

    /// Announces a file.
    ///
    /// @param length bytes that will come
    public Upload create(Actor actor, UUID projectId, String fileName, long length) {
        access.check(actor, Action.UPLOAD, projectId);
        long most = config.limits().uploadBytes();
        if (length < 1) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "The file is empty. A picture is expected.");
        }
        if (length > most) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE,
                    "The file has %,d bytes, at most %,d are accepted (diorama.limits.upload-bytes)."
                            .formatted(length, most));
        }
        Instant now = clock.instant();
        if (uploads.countOpen(actor.id(), now) >= config.limits().uploadsPerUser()) {
            throw new DioramaException(
                    ErrorCode.RATE_LIMITED,
                    "You have %d uploads under way, which is the most at a time (diorama.limits.uploads-per-user). Wait for one to finish, or remove one."
                            .formatted(config.limits().uploadsPerUser()));
        }
        store.requireRoomFor(length);
        Upload upload = new Upload(
                Ids.next(),
                projectId,
                actor.id(),
                FileNames.clean(
                        TextCheck.line("file name", fileName, config.limits().nameLength())),
                length,
                0,
                Optional.empty(),
                now,
                now.plus(config.limits().uploadExpiry()));
        uploads.create(upload);
        return upload;
    }

    /// An upload of the actor's own.
    ///
    /// @throws DioramaException `NOT_FOUND` if it is not theirs or is not there, `GONE` if it has expired
    public Upload get(Actor actor, UUID id) {
        return database.transaction(session -> {
            Upload upload = current(actor, id);
            access.check(actor, Action.UPLOAD, upload.projectId());
            return upload;
        });
    }

    /// As it is now, for somebody whose right was checked within this request.
    private Upload current(Actor actor, UUID id) {
        Upload upload = uploads.find(id)
                .filter(found -> found.accountId().equals(actor.id()))
                .orElseThrow(() -> new DioramaException(ErrorCode.NOT_FOUND, "There is no such upload."));
        if (!upload.expiresAt().isAfter(clock.instant())) {
            throw new DioramaException(ErrorCode.GONE, "This upload has expired. Start it again.");
        }
        return upload;
    }

    /// Appends bytes; when it returns, they are on disk.
    ///
    /// @param offset where the caller believes the file ends
    /// @param bytes the chunk, read to its end but never past the announced length
    /// @param checksum what the chunk must hash to, if the caller says so
    /// @return the upload as it is now, with its asset once it is whole
    /// @throws DioramaException `CONFLICT` for another offset, `CHECKSUM_MISMATCH`, `TOO_LARGE` for more than
    ///     announced, `UNSUPPORTED_MEDIA` or `INVALID_INPUT` if the whole file is not an acceptable picture
    public Upload append(Actor actor, UUID id, long offset, InputStream bytes, Optional<Checksum> checksum)
            throws IOException {
        get(actor, id);
        try (UploadFiles.Part part = files.lock(id)) {
            Upload upload = current(actor, id);
            if (upload.received() != offset) {
                throw new DioramaException(
                        ErrorCode.CONFLICT,
                        "The upload is at byte %d, the chunk starts at %d. Ask for the offset and go on from there."
                                .formatted(upload.received(), offset));
            }
            if (upload.isComplete()) {
                return finish(upload, part);
            }
            long received = part.append(offset, upload.length(), config.limits().chunkBytes(), bytes, checksum);
            Instant expires =
                    clock.instant().plus(config.limits().uploadExpiry()).truncatedTo(ChronoUnit.MICROS);
            if (!uploads.advance(id, received, expires)) {
                // Deleted or gone further meanwhile, by another process: what the row says stands.
                return get(actor, id);
            }
            Upload advanced = upload.advancedTo(received, expires);
            if (!advanced.isComplete()) {
                return advanced;
            }
            access.check(actor, Action.UPLOAD, upload.projectId());
            return finish(advanced, part);
        }
    }

    /// How far an upload is. One that is whole but was cut off before it became an asset becomes one now.
    public Upload resume(Actor actor, UUID id) throws IOException {
        Upload upload = get(actor, id);
        if (!upload.isComplete() || upload.assetId().isPresent()) {
            return upload;
        }
        try (UploadFiles.Part part = files.lock(id)) {
            return finish(get(actor, id), part);
        }
    }

    /// Throws an unfinished upload away.
    public void delete(Actor actor, UUID id) throws IOException {
        get(actor, id);
        try (UploadFiles.Part part = files.lock(id)) {
            uploads.delete(id);
            part.delete();
        }
    }

    /// Throws away what nobody has gone on with.
    public void deleteExpired() throws IOException {
        for (Upload upload : uploads.expired(clock.instant(), 1000)) {
            try (UploadFiles.Part part = files.lock(upload.id())) {
                uploads.delete(upload.id());
                part.delete();
            }
        }
        files.deleteStrays(
                id -> uploads.find(id).isPresent(),
                clock.instant().minus(config.limits().uploadExpiry()));
    }

    /// Makes a whole file into an asset. The file is deleted last, so that a crash at any point leaves something to go
    /// on from.
    private Upload finish(Upload upload, UploadFiles.Part part) throws IOException {
        if (upload.assetId().isPresent()) {
            return upload;
        }
        ImageHeader header;
        try {
            header = ImageHeader.read(part.path(), imageLimits());
        } catch (DioramaException e) {
            uploads.delete(upload.id());
            part.delete();
            throw e;
        }
        StoredBytes stored = store.keep(part.path());
        Instant now = clock.instant();
        Asset asset = new Asset(
                Ids.next(),
                upload.projectId(),
                AssetKind.PHOTO,
                AssetState.CHECKING,
                upload.fileName(),
                stored.sha256(),
                stored.bytes(),
                header.format().mediaType(),
                Optional.of(new PictureInfo(
                        header.uprightWidth(),
                        header.uprightHeight(),
                        header.bitDepth(),
                        Optional.empty(),
                        Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                upload.accountId(),
                now,
                0);
        database.run(session -> {
            assets.create(asset);
            session.flush();
            uploads.finish(upload.id(), asset.id());
            jobs.submit(new NewJob(
                    upload.projectId(),
                    upload.accountId(),
                    "Check of a photo",
                    new PhotoCheckSpec(1, asset.id()),
                    0,
                    0,
                    (long) header.width() * header.height(),
                    Optional.empty()));
        });
        part.delete();
        return upload.finishedAs(asset.id());
    }

    private ImageLimits imageLimits() {
        return ImageLimits.PHOTO
                .withMaxSide(config.limits().imageSide())
                .withMaxPixels(config.limits().imagePixels());
    }
}
