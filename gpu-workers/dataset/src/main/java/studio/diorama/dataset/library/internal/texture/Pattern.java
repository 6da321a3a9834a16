package studio.diorama.dataset.library.internal.texture;

/// A tile as a function of place: u to the right and v down, each from 0 to 1, repeating after 1.
@FunctionalInterface
public interface Pattern {

    /// What is at a place.
    Texel at(double u, double v);
}
