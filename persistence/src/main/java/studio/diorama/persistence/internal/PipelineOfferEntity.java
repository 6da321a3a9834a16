package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of `pipeline_offer`.
@Entity(name = "PipelineOffer")
@Table(name = "pipeline_offer")
public class PipelineOfferEntity {

    @Id
    public String pipeline;

    public String offer;

    public Instant offeredAt;
}
