package studio.diorama.dataset.library.internal.asset;

/// How to make one asset.
@FunctionalInterface
public interface Recipe {

    /// The plan of a variant.
    Blueprint draw(Variant variant);
}
