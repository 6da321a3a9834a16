package studio.diorama.persistence.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Rows that a new row is about to refer to, kept from being deleted until the transaction ends.
///
/// PostgreSQL's foreign keys would do the same, if with an error that helps nobody. H2's look only at what is
/// committed: without these locks a row and a reference to it could go and come at the same moment.
///
/// Rows are locked in the order of their keys, and kinds in the order project, assets, blobs, so that nobody waits in a
/// circle.
public final class Parents {

    private Parents() {}

    /// @throws DioramaException with `NOT_FOUND` if the project is gone
    public static void holdProject(Session session, String keyLock, UUID projectId) {
        List<UUID> found = session.createNativeQuery("select id from project where id = :id" + keyLock, UUID.class)
                .setParameter("id", projectId)
                .list();
        if (found.isEmpty()) {
            throw new DioramaException(ErrorCode.NOT_FOUND, "The project is gone.");
        }
    }

    /// @throws DioramaException with `INVALID_INPUT` if one is gone or belongs to another project
    public static void holdAssets(Session session, String keyLock, UUID projectId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        int found = session.createNativeQuery(
                        "select id from asset where id in (:ids) and project_id = :project order by id" + keyLock,
                        UUID.class)
                .setParameter("ids", ids)
                .setParameter("project", projectId)
                .list()
                .size();
        if (found < ids.size()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The job names %d files, but only %d of them are in its project. Choose among those that are still there."
                            .formatted(ids.size(), found));
        }
    }

    /// @throws DioramaException with `CONFLICT` if bytes have been forgotten already
    public static void holdBlobs(Session session, String keyLock, Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        int found = session.createNativeQuery(
                        "select sha256 from blob where sha256 in (:hashes) order by sha256" + keyLock, String.class)
                .setParameter("hashes", hashes)
                .list()
                .size();
        if (found < hashes.size()) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "Of %d stored files, %d are gone: nothing referred to them for too long. Store them again."
                            .formatted(hashes.size(), hashes.size() - found));
        }
    }
}
