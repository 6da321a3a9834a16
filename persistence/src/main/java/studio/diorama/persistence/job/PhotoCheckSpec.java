package studio.diorama.persistence.job;

import java.util.List;
import java.util.UUID;

/// Decodes an uploaded photo once, in a fenced process, and makes its thumbnail.
///
/// @param version 1
/// @param photo the asset to look at
public record PhotoCheckSpec(int version, UUID photo) implements JobSpec {

    /// Name in JSON and in the queue.
    public static final String PIPELINE = "photo-check";

    public PhotoCheckSpec {
        SpecCheck.version(version, 1);
        SpecCheck.present("photo", photo);
    }

    @Override
    public String pipeline() {
        return PIPELINE;
    }

    @Override
    public List<UUID> inputs() {
        return List.of(photo);
    }

    @Override
    public boolean internal() {
        return true;
    }
}
