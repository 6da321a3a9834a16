package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// A model that objects may use.
///
/// @param source where its geometry comes from
/// @param licence what its licence asks of those who publish the dataset
/// @param lineage the root it descends from: assets of one root never stand on both sides of a split
public record AssetRule(AssetSource source, Optional<String> licence, Optional<String> lineage) {

    public AssetRule {
        requireNonNull(source, "source is null");
        requireNonNull(licence, "licence is null");
        requireNonNull(lineage, "lineage is null");
    }
}
