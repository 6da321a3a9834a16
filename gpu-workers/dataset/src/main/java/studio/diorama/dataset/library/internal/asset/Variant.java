package studio.diorama.dataset.library.internal.asset;

import java.util.List;
import studio.diorama.common.Seed;

/// Draws what makes one variant of an asset differ from the next; each draw has a name and depends on no other.
public final class Variant {

    private final long number;
    private final Seed seed;

    /// The draws of one variant of one asset; number 0 always draws the usual value.
    public Variant(String asset, long number) {
        this.number = number;
        this.seed = new Seed(number).child(asset);
    }

    /// Which variant this is.
    public long number() {
        return number;
    }

    /// A seed for details that even the usual variant draws, such as the places of leaves.
    public Seed detail(String name) {
        return seed.child(name);
    }

    /// A number between two bounds.
    public double between(String name, double usual, double low, double high) {
        return number == 0 ? usual : low + (high - low) * fraction(seed, name);
    }

    /// A whole number between two bounds, both included.
    public int count(String name, int usual, int low, int high) {
        return number == 0 ? usual : low + (int) (fraction(seed, name) * (high - low + 1));
    }

    /// One of several things; the first is the usual one.
    @SafeVarargs
    public final <T> T choice(String name, T... options) {
        return number == 0 ? options[0] : options[(int) (fraction(seed, name) * options.length)];
    }

    /// One of a list; the first is the usual one.
    public <T> T choice(String name, List<T> options) {
        return number == 0 ? options.getFirst() : options.get((int) (fraction(seed, name) * options.size()));
    }

    /// A uniform number from 0 to 1 that belongs to a name.
    public static double fraction(Seed seed, String name) {
        return (seed.child(name).value() >>> 11) * 0x1p-53;
    }
}
