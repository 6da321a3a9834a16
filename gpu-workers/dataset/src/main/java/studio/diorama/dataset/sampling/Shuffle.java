package studio.diorama.dataset.sampling;

import studio.diorama.common.Seed;

/// A seeded shuffle of 0 … size - 1 that is never written down: four rounds of a Feistel network (Luby and Rackoff
/// 1988) on the smallest even number of bits that holds `size`, walked until the value is inside (Black and Rogaway
/// 2002).
final class Shuffle {

    private static final int ROUNDS = 4;

    private Shuffle() {}

    static long rank(Seed seed, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Expected an index below %d, got %d".formatted(size, index));
        }
        int halfBits = Math.max(1, (64 - Long.numberOfLeadingZeros(Math.max(1, size - 1)) + 1) / 2);
        long value = index;
        do {
            value = permute(seed, value, halfBits);
        } while (value >= size);
        return value;
    }

    private static long permute(Seed seed, long value, int halfBits) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (Seed.mix(seed.value() + Seed.mix(right + 1) + round) & mask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }
}
