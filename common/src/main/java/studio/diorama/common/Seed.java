package studio.diorama.common;

/// A random seed that is split by name, so that what one part draws never depends on what another part drew.
///
/// `new Seed(7).child("frame/17").child("lights")` is the same value on every machine and in every order of
/// evaluation. Splitting folds the name's UTF-16 units into the state with FNV-1a and finishes with the SplitMix64
/// mixer (Steele, Lea, Flood 2014).
///
/// @param value the 64 bits that a generator is started from
public record Seed(long value) {

    private static final long FNV_PRIME = 0x100000001B3L;

    /// The seed of the part called `name`; different names give independent seeds.
    public Seed child(String name) {
        long hash = mix(value ^ 0xCBF29CE484222325L);
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new Seed(mix(hash));
    }

    /// SplitMix64's finaliser: a bijection of 64-bit words in which every input bit reaches every output bit.
    public static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
