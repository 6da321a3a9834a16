package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A row of `change_log`.
@Entity(name = "Change")
@Table(name = "change_log")
public class ChangeEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long number;

    public Instant changedAt;

    public UUID projectId;

    public String kind;

    public UUID objectId;
}
