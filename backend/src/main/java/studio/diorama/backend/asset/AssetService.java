package studio.diorama.backend.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Page;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.project.Role;
import studio.diorama.persistence.store.ArtifactStore;

/// Photographs and results, as far as somebody may see them.
///
/// Who sees everything in a project sees every asset; viewers see what a released job made, and the thumbnails and
/// clean originals that belong to it.
@ApplicationScoped
public class AssetService {

    /// What jobs make.
    public static final Set<AssetKind> RESULTS = Set.copyOf(
            EnumSet.allOf(AssetKind.class).stream().filter(AssetKind::isResult).toList());

    private final Database database;
    private final AssetRepository assets;
    private final JobRepository jobs;
    private final ArtifactStore store;
    private final ProjectAccess access;
    private final AuditLog audit;

    AssetService(
            Database database,
            AssetRepository assets,
            JobRepository jobs,
            ArtifactStore store,
            ProjectAccess access,
            AuditLog audit) {
        this.database = database;
        this.assets = assets;
        this.jobs = jobs;
        this.store = store;
        this.access = access;
        this.audit = audit;
    }

    /// A page of a project's assets, newest first.
    ///
    /// @param before the last id of the page before, null for the first page
    public Page<Asset> page(Actor actor, UUID projectId, Set<AssetKind> kinds, UUID before, int size) {
        return assets.page(projectId, kinds, releasedOnly(actor, projectId), before, size);
    }

    /// The same list by position, for a grid that scrolls.
    public List<Asset> slice(Actor actor, UUID projectId, Set<AssetKind> kinds, int offset, int limit) {
        return assets.slice(projectId, kinds, releasedOnly(actor, projectId), offset, limit);
    }

    public long count(Actor actor, UUID projectId, Set<AssetKind> kinds) {
        return assets.count(projectId, kinds, releasedOnly(actor, projectId));
    }

    public Asset get(Actor actor, UUID id) {
        return database.transaction(session -> {
            Asset asset = assets.find(id).orElseThrow(AssetService::absent);
            Role role = access.find(actor, asset.projectId()).orElseThrow(AssetService::absent);
            ProjectAccess.check(actor, Action.SEE_RELEASED, role);
            if (!ProjectAccess.allows(actor, Action.SEE_ALL, role) && !isReleased(asset)) {
                throw absent();
            }
            return asset;
        });
    }

    /// What a job made, in the order it was made.
    public List<Asset> ofJob(Actor actor, UUID jobId) {
        return assets.ofJob(jobId).stream()
                .filter(asset -> access.may(actor, Action.SEE_ALL, asset.projectId())
                        || access.may(actor, Action.SEE_RELEASED, asset.projectId()) && isReleased(asset))
                .toList();
    }

    /// The file with the bytes of an asset, checked against their hash; to be read at once.
    public Path content(Actor actor, UUID id) {
        return store.file(get(actor, id).sha256());
    }

    /// A small picture of an asset.
    public SeekableByteChannel thumbnail(Actor actor, UUID id) {
        return store.open(get(actor, id)
                .thumbnail()
                .orElseThrow(
                        () -> new DioramaException(ErrorCode.NOT_FOUND, "There is no small picture of this yet.")));
    }

    /// How an asset came to be: itself, what it was made from, and so on to the photograph.
    public List<Asset> lineage(Actor actor, UUID id) {
        Asset asset = get(actor, id);
        List<Asset> line = new java.util.ArrayList<>(List.of(asset));
        while (line.getLast().sourceId().isPresent() && line.size() < 100) {
            UUID source = line.getLast().sourceId().orElseThrow();
            if (!access.may(actor, Action.SEE_ALL, asset.projectId())) {
                break;
            }
            line.add(assets.find(source).orElseThrow(AssetService::absent));
        }
        return List.copyOf(line);
    }

    /// @throws DioramaException `CONFLICT` while a job still needs it
    public void delete(Actor actor, UUID id) {
        Asset asset = get(actor, id);
        access.check(actor, asset.kind() == AssetKind.PHOTO ? Action.UPLOAD : Action.RELEASE, asset.projectId());
        if (!assets.delete(id)) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "A job was made from this, so it stays while the job does. Delete the job first.");
        }
        audit.append(
                actor.id(),
                asset.projectId(),
                "asset.delete",
                id.toString(),
                asset.kind().name());
    }

    private boolean releasedOnly(Actor actor, UUID projectId) {
        Role role = access.check(actor, Action.SEE_RELEASED, projectId);
        return !ProjectAccess.allows(actor, Action.SEE_ALL, role);
    }

    private boolean isReleased(Asset asset) {
        return asset.jobId()
                .flatMap(jobs::find)
                .flatMap(job -> job.releasedAt())
                .isPresent();
    }

    /// Also for a foreign asset: it answers like one that is not there, in the same words.
    private static DioramaException absent() {
        return new DioramaException(ErrorCode.NOT_FOUND, "There is no such asset.");
    }
}
