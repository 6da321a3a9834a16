package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// A row of `project`.
@Entity(name = "Project")
@Table(name = "project")
public class ProjectEntity {

    @Id
    public UUID id;

    public String name;

    public String description;

    @Version
    public long version;

    public Instant servedAt;

    public Instant createdAt;
}
