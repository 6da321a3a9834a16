package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;

/// A row of `asset`. A change writes only the columns that changed: a manifest is long.
@Entity(name = "Asset")
@Table(name = "asset")
@DynamicUpdate
public class AssetEntity {

    @Id
    public UUID id;

    public UUID projectId;

    @Enumerated(EnumType.STRING)
    public AssetKind kind;

    @Enumerated(EnumType.STRING)
    public AssetState state;

    public String name;

    public String sha256;

    public long bytes;

    public String mediaType;

    public Integer width;

    public Integer height;

    public Integer bitDepth;

    public String camera;

    public Integer iso;

    public String thumbnail;

    public String message;

    public UUID jobId;

    public UUID sourceId;

    public String manifest;

    public UUID createdBy;

    public Instant createdAt;

    public long version;
}
