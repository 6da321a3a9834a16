package studio.diorama.persistence.asset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Page;
import studio.diorama.persistence.internal.AssetEntity;
import studio.diorama.persistence.internal.Parents;
import studio.diorama.persistence.internal.Statements;
import studio.diorama.persistence.internal.Text;

/// Photographs and results.
public final class AssetRepository {

    private final Database database;
    private final ChangeLog changes;

    public AssetRepository(Database database, ChangeLog changes) {
        this.database = database;
        this.changes = changes;
    }

    /// @throws studio.diorama.common.DioramaException with `NOT_FOUND` if the project is gone, `CONFLICT` if the bytes
    /// are
    public void create(Asset asset) {
        createAll(List.of(asset));
    }

    /// Several at once, in their order; all or none.
    public void createAll(List<Asset> assets) {
        database.run(session -> {
            assets.stream()
                    .map(Asset::projectId)
                    .distinct()
                    .sorted()
                    .forEach(project -> Parents.holdProject(session, database.keyLock(), project));
            Parents.holdBlobs(
                    session,
                    database.keyLock(),
                    assets.stream()
                            .flatMap(asset -> Stream.concat(Stream.of(asset.sha256()), asset.thumbnail().stream()))
                            .collect(Collectors.toSet()));
            for (Asset asset : assets) {
                session.persist(entity(asset));
                changes.append(ChangeKind.ASSET, asset.projectId(), asset.id());
            }
        });
    }

    public Optional<Asset> find(UUID id) {
        return database.transaction(session ->
                Optional.ofNullable(session.find(AssetEntity.class, id)).map(AssetRepository::record));
    }

    public List<Asset> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.transaction(session -> session
                .createSelectionQuery("from Asset where id in (:ids)", AssetEntity.class)
                .setParameter("ids", ids)
                .list()
                .stream()
                .map(AssetRepository::record)
                .toList());
    }

    /// A page of a project's assets, newest first.
    ///
    /// @param kinds which to show
    /// @param releasedOnly only what a released job made
    /// @param before the last id of the page before, null for the first page
    public Page<Asset> page(UUID projectId, Set<AssetKind> kinds, boolean releasedOnly, UUID before, int size) {
        List<Asset> rows = database.transaction(session -> session
                .createSelectionQuery(
                        "from Asset a where a.projectId = :project and a.kind in (:kinds)"
                                + (before == null ? "" : " and a.id < :before")
                                + (releasedOnly ? RELEASED : "")
                                + " order by a.projectId desc, a.id desc",
                        AssetEntity.class)
                .setProperties(before == null ? Map.of() : Map.of("before", before))
                .setParameter("project", projectId)
                .setParameter("kinds", kinds)
                .setMaxResults(size + 1)
                .list()
                .stream()
                .map(AssetRepository::record)
                .toList());
        return Page.of(rows, size, Asset::id);
    }

    /// The same list by position, for a grid that scrolls.
    public List<Asset> slice(UUID projectId, Set<AssetKind> kinds, boolean releasedOnly, int offset, int limit) {
        return database.transaction(session -> session
                .createSelectionQuery(
                        "from Asset a where a.projectId = :project and a.kind in (:kinds)"
                                + (releasedOnly ? RELEASED : "")
                                + " order by a.projectId desc, a.id desc",
                        AssetEntity.class)
                .setParameter("project", projectId)
                .setParameter("kinds", kinds)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .list()
                .stream()
                .map(AssetRepository::record)
                .toList());
    }

    public long count(UUID projectId, Set<AssetKind> kinds, boolean releasedOnly) {
        return database.transaction(session -> session.createSelectionQuery(
                        "select count(*) from Asset a where a.projectId = :project and a.kind in (:kinds)"
                                + (releasedOnly ? RELEASED : ""),
                        Long.class)
                .setParameter("project", projectId)
                .setParameter("kinds", kinds)
                .getSingleResult());
    }

    /// What a job made, in the order it was made.
    public List<Asset> ofJob(UUID jobId) {
        return database.transaction(session -> session
                .createSelectionQuery("from Asset where jobId = :job order by id", AssetEntity.class)
                .setParameter("job", jobId)
                .list()
                .stream()
                .map(AssetRepository::record)
                .toList());
    }

    /// Writes down what a worker found when it decoded a photo.
    public void recordCheck(UUID id, AssetState state, PictureInfo picture, String thumbnail, String message) {
        database.run(session -> {
            AssetEntity row = Statements.lock(session, AssetEntity.class, id);
            if (row == null) {
                return;
            }
            Parents.holdBlobs(
                    session,
                    database.keyLock(),
                    Optional.ofNullable(thumbnail).stream().toList());
            row.state = state;
            if (picture != null) {
                describe(row, picture);
            }
            row.thumbnail = thumbnail;
            row.message = Text.fit(message, 2000);
            row.version++;
            changes.append(ChangeKind.ASSET, row.projectId, id);
        });
    }

    /// Forgets an asset; its bytes go with the next garbage collection.
    ///
    /// @return false if a job still needs it
    public boolean delete(UUID id) {
        return database.transaction(session -> {
            if (!Statements.lockToDelete(session, "asset", id)) {
                return true;
            }
            if (isInput(session, id)) {
                return false;
            }
            AssetEntity row = Statements.lock(session, AssetEntity.class, id);
            changes.append(ChangeKind.ASSET, row.projectId, id);
            // What is left are checks of the photo itself, which find nothing to do.
            session.createMutationQuery("delete from JobInput where assetId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            session.remove(row);
            return true;
        });
    }

    private static boolean isInput(Session session, UUID id) {
        return session.createSelectionQuery(
                                "select count(*) from JobInput i join Job j on j.id = i.jobId where i.assetId = :id and j.internal = false",
                                Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    private static final String RELEASED =
            " and exists (select 1 from Job j where j.id = a.jobId and j.releasedAt is not null)";

    /// For repositories that write assets as a part of their own work.
    static AssetEntity entity(Asset asset) {
        AssetEntity row = new AssetEntity();
        row.id = asset.id();
        row.projectId = asset.projectId();
        row.kind = asset.kind();
        row.state = asset.state();
        row.name = asset.name();
        row.sha256 = asset.sha256();
        row.bytes = asset.bytes();
        row.mediaType = asset.mediaType();
        asset.picture().ifPresent(picture -> describe(row, picture));
        row.thumbnail = asset.thumbnail().orElse(null);
        row.message = Text.fit(asset.message().orElse(null), 2000);
        row.jobId = asset.jobId().orElse(null);
        row.sourceId = asset.sourceId().orElse(null);
        row.manifest = asset.manifest().orElse(null);
        row.createdBy = asset.createdBy();
        row.createdAt = asset.createdAt();
        return row;
    }

    private static void describe(AssetEntity row, PictureInfo picture) {
        row.width = picture.width();
        row.height = picture.height();
        row.bitDepth = picture.bitDepth();
        row.camera = Text.fit(picture.camera().orElse(null), 200);
        row.iso = picture.iso().orElse(null);
    }

    private static Asset record(AssetEntity row) {
        return new Asset(
                row.id,
                row.projectId,
                row.kind,
                row.state,
                row.name,
                row.sha256,
                row.bytes,
                row.mediaType,
                Optional.ofNullable(row.width)
                        .map(width -> new PictureInfo(
                                width,
                                row.height,
                                row.bitDepth,
                                Optional.ofNullable(row.camera),
                                Optional.ofNullable(row.iso))),
                Optional.ofNullable(row.thumbnail),
                Optional.ofNullable(row.message),
                Optional.ofNullable(row.jobId),
                Optional.ofNullable(row.sourceId),
                Optional.ofNullable(row.manifest),
                row.createdBy,
                row.createdAt,
                row.version);
    }
}
