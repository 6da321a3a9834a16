package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of `blob`.
@Entity(name = "Blob")
@Table(name = "blob")
public class BlobEntity {

    @Id
    public String sha256;

    public long bytes;

    public Instant createdAt;
}
