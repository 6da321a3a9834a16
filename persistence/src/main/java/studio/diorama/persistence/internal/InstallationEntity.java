package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of `installation`: there is exactly one.
@Entity(name = "Installation")
@Table(name = "installation")
public class InstallationEntity {

    @Id
    public short id;

    public long epoch;
}
