package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A row of `upload`.
@Entity(name = "Upload")
@Table(name = "upload")
public class UploadEntity {

    @Id
    public UUID id;

    public UUID projectId;

    public UUID accountId;

    public String fileName;

    public long length;

    public long received;

    public UUID assetId;

    public Instant createdAt;

    public Instant expiresAt;
}
