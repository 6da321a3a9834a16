package studio.diorama.dataset.file.internal;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/// Packs filtered pixels into a zlib stream (RFC 1950, 1951) several times faster than zlib's level 1.
///
/// After a row filter hardly anything repeats but runs of one byte, so runs are the only matches looked for (distance
/// 1); all else is Huffman coding with a code of its own for each block. Being our own, it gives the same bytes on
/// every machine, whatever zlib that has.
public final class QuickDeflate {

    /// Input bytes that share a code: enough to pay for its description, few enough to follow the picture.
    private static final int BLOCK = 1 << 17;

    /// Deflate's shortest match, and ours: four equal bytes are found by comparing two ints.
    private static final int LEAST_MATCH = 3;

    private static final int LEAST_RUN = 4;
    private static final int MOST_MATCH = 258;
    private static final int END_OF_BLOCK = 256;
    private static final int SYMBOLS = 286;

    /// Length symbol, number of extra bits and their value for each match length (RFC 1951, 3.2.5).
    private static final int[] LENGTH_SYMBOL = new int[MOST_MATCH + 1];

    private static final int[] EXTRA_BITS = new int[MOST_MATCH + 1];
    private static final int[] EXTRA_VALUE = new int[MOST_MATCH + 1];

    static {
        int symbol = 257;
        int base = LEAST_MATCH;
        for (int group = 0; base < MOST_MATCH; group++) {
            int extra = Math.max(0, group / 4 - 1);
            for (int value = 0; value < 1 << extra && base + value < MOST_MATCH; value++) {
                LENGTH_SYMBOL[base + value] = symbol;
                EXTRA_BITS[base + value] = extra;
                EXTRA_VALUE[base + value] = value;
            }
            base += 1 << extra;
            symbol++;
        }
        LENGTH_SYMBOL[MOST_MATCH] = 285;
    }

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final byte[] input;
    private final int length;
    private final BitOutput output;

    /// Literals as they are, matches as 256 plus their length.
    private final short[] tokens = new short[BLOCK];

    private final int[] frequencies = new int[SYMBOLS];
    private final int[] oddLiterals = new int[256];

    private QuickDeflate(byte[] input, int length) {
        this.input = input;
        this.length = length;
        // No code is worse than 9 bits for each of 286 symbols, and its description takes less than 512 bytes.
        this.output = new BitOutput(length + length / 8 + (length / BLOCK + 1) * 512 + 64);
    }

    /// Packs the first `length` bytes.
    public static byte[] pack(byte[] input, int length) {
        requireNonNull(input, "input is null");
        return new QuickDeflate(input, length).pack();
    }

    private byte[] pack() {
        output.put(0x78, 8);
        output.put(0x01, 8);
        int start = 0;
        do {
            int end = Math.min(length, start + BLOCK);
            block(start, end, end == length);
            start = end;
        } while (start < length);
        output.align();
        Adler32 sum = new Adler32();
        sum.update(input, 0, length);
        for (int shift = 24; shift >= 0; shift -= 8) {
            output.put((int) (sum.getValue() >> shift) & 0xFF, 8);
        }
        return output.bytes();
    }

    private void block(int start, int end, boolean last) {
        int count = tokenise(start, end);
        HuffmanCode code = HuffmanCode.of(frequencies, 15);
        output.put(last ? 1 : 0, 1);
        output.put(2, 2);
        CodeDescription.write(code, output);
        output.putAll(tokens, count, entries(code));
        output.put(code.codes()[END_OF_BLOCK], code.lengths()[END_OF_BLOCK]);
    }

    /// What each token is written as: its bits and, from bit 24 on, their number (at most 15 + 5 + 1).
    private static int[] entries(HuffmanCode code) {
        int[] entries = new int[256 + MOST_MATCH + 1];
        for (int literal = 0; literal < 256; literal++) {
            entries[literal] = code.codes()[literal] | code.lengths()[literal] << 24;
        }
        for (int match = LEAST_MATCH; match <= MOST_MATCH; match++) {
            int symbol = LENGTH_SYMBOL[match];
            int bits = code.lengths()[symbol];
            // The extra bits and above them the only distance's code, a zero of one bit.
            entries[256 + match] =
                    code.codes()[symbol] | EXTRA_VALUE[match] << bits | (bits + EXTRA_BITS[match] + 1) << 24;
        }
        return entries;
    }

    /// Finds the runs and counts the symbols of a block.
    ///
    /// @return how many tokens it has
    private int tokenise(int start, int end) {
        Arrays.fill(frequencies, 0);
        Arrays.fill(oddLiterals, 0);
        frequencies[END_OF_BLOCK] = 1;
        int count = findTokens(start, end);
        for (int literal = 0; literal < 256; literal++) {
            frequencies[literal] += oddLiterals[literal];
        }
        return count;
    }

    private int findTokens(int start, int end) {
        int count = 0;
        int at = start;
        // A run goes on from the byte before, so the very first byte of the input begins none.
        if (at == 0 && at < end) {
            count = literal(at++, count);
        }
        int lastRun = end - LEAST_RUN;
        while (at <= lastRun) {
            if ((int) INTS.get(input, at) == (int) INTS.get(input, at - 1)) {
                int run = run(at, Math.min(end, at + MOST_MATCH));
                frequencies[LENGTH_SYMBOL[run]]++;
                tokens[count++] = (short) (256 + run);
                at += run;
            } else {
                count = literal(at++, count);
            }
        }
        while (at < end) {
            count = literal(at++, count);
        }
        return count;
    }

    private int literal(int at, int count) {
        int value = input[at] & 0xFF;
        // Equal bytes in a row would wait for each other's count, so every other one is counted elsewhere.
        int[] counts = (at & 1) == 0 ? frequencies : oddLiterals;
        counts[value]++;
        tokens[count] = (short) value;
        return count + 1;
    }

    /// How many bytes from here on equal the one before.
    private int run(int from, int end) {
        byte value = input[from];
        int at = from + LEAST_RUN;
        long eight = (value & 0xFFL) * 0x0101010101010101L;
        while (at + 8 <= end && (long) LONGS.get(input, at) == eight) {
            at += 8;
        }
        while (at < end && input[at] == value) {
            at++;
        }
        return at - from;
    }
}
