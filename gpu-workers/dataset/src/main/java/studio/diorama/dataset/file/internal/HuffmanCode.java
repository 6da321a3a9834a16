package studio.diorama.dataset.file.internal;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/// A prefix code of limited length for symbols by their frequency.
///
/// @param lengths bits per symbol, 0 for those that do not occur
/// @param codes per symbol, the first bit lowest, as deflate writes them
record HuffmanCode(int[] lengths, int[] codes) {

    HuffmanCode {
        requireNonNull(lengths, "lengths is null");
        requireNonNull(codes, "codes is null");
    }

    /// @param longest bits that a code may have
    static HuffmanCode of(int[] frequencies, int longest) {
        long[] sorted = new long[frequencies.length];
        int used = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                // Sorts by frequency and, among equals, by symbol, so that the code does not hang on the sort.
                sorted[used++] = (long) frequencies[symbol] << 16 | symbol;
            }
        }
        Arrays.sort(sorted, 0, used);
        int[] perLength = limited(depths(sorted, used), longest);
        int[] lengths = new int[frequencies.length];
        int next = 0;
        for (int bits = longest; bits > 0; bits--) {
            for (int i = 0; i < perLength[bits]; i++) {
                lengths[(int) sorted[next++] & 0xFFFF] = bits;
            }
        }
        return new HuffmanCode(lengths, codes(lengths, perLength, longest));
    }

    /// The depth of each leaf of Huffman's tree, leaves in rising order of frequency.
    private static int[] depths(long[] sorted, int used) {
        if (used == 1) {
            return new int[] {1};
        }
        // Two queues: leaves, and the nodes made of them, which come out in rising order by themselves.
        long[] weights = new long[2 * used - 1];
        int[] parents = new int[2 * used - 1];
        for (int i = 0; i < used; i++) {
            weights[i] = sorted[i] >> 16;
        }
        int leaf = 0;
        int node = used;
        for (int made = used; made < weights.length; made++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < used && (node >= made || weights[leaf] <= weights[node]);
                int taken = takeLeaf ? leaf++ : node++;
                weights[made] += weights[taken];
                parents[taken] = made;
            }
        }
        int[] depths = new int[weights.length];
        for (int i = weights.length - 2; i >= 0; i--) {
            depths[i] = depths[parents[i]] + 1;
        }
        return Arrays.copyOf(depths, used);
    }

    /// How many codes of each length there are once none is too long. Shortening some leaves no room, so others are
    /// lengthened until the sum of 2^-length is at most 1 again (Kraft).
    private static int[] limited(int[] depths, int longest) {
        int[] perLength = new int[longest + 1];
        for (int depth : depths) {
            perLength[Math.min(depth, longest)]++;
        }
        long sum = 0;
        for (int bits = 1; bits <= longest; bits++) {
            sum += (long) perLength[bits] << (longest - bits);
        }
        while (sum > 1L << longest) {
            int bits = longest - 1;
            while (perLength[bits] == 0) {
                bits--;
            }
            // One leaf becomes a node with two leaves, and one of the longest moves there.
            perLength[bits]--;
            perLength[bits + 1] += 2;
            perLength[longest]--;
            sum--;
        }
        return perLength;
    }

    /// Deflate's canonical codes (RFC 1951, 3.2.2), each with its bits reversed.
    private static int[] codes(int[] lengths, int[] perLength, int longest) {
        int[] next = new int[longest + 2];
        for (int bits = 1; bits <= longest; bits++) {
            next[bits + 1] = (next[bits] + perLength[bits]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int bits = lengths[symbol];
            if (bits > 0) {
                codes[symbol] = Integer.reverse(next[bits]++) >>> (32 - bits);
            }
        }
        return codes;
    }
}
