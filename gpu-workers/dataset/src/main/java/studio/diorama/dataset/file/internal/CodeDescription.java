package studio.diorama.dataset.file.internal;

/// Writes the lengths of a block's codes (RFC 1951, 3.2.7): themselves run-length and Huffman coded.
final class CodeDescription {

    /// The order in which the lengths of the lengths' codes are written.
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int REPEAT_LAST = 16;
    private static final int FEW_ZEROS = 17;
    private static final int MANY_ZEROS = 18;

    private CodeDescription() {}

    /// @param code of all 286 literals and lengths; the only distance's code has one bit
    static void write(HuffmanCode code, BitOutput output) {
        int[] lengths = new int[code.lengths().length + 1];
        System.arraycopy(code.lengths(), 0, lengths, 0, code.lengths().length);
        lengths[lengths.length - 1] = 1;
        // Each entry is a symbol of the lengths' code and, from bit 8 on, what its extra bits say.
        int[] entries = new int[lengths.length];
        int[] frequencies = new int[19];
        int count = 0;
        for (int at = 0; at < lengths.length; ) {
            int run = 1;
            while (at + run < lengths.length && lengths[at + run] == lengths[at]) {
                run++;
            }
            int entry;
            int taken;
            if (lengths[at] == 0 && run >= 3) {
                taken = Math.min(run, 138);
                entry = taken < 11 ? FEW_ZEROS | (taken - 3) << 8 : MANY_ZEROS | (taken - 11) << 8;
            } else if (at > 0 && lengths[at] == lengths[at - 1] && run >= 3) {
                taken = Math.min(run, 6);
                entry = REPEAT_LAST | (taken - 3) << 8;
            } else {
                taken = 1;
                entry = lengths[at];
            }
            entries[count++] = entry;
            frequencies[entry & 0xFF]++;
            at += taken;
        }
        write(entries, count, HuffmanCode.of(frequencies, 7), code.lengths().length, output);
    }

    private static void write(int[] entries, int count, HuffmanCode code, int literals, BitOutput output) {
        int listed = ORDER.length;
        while (listed > 4 && code.lengths()[ORDER[listed - 1]] == 0) {
            listed--;
        }
        output.put(literals - 257, 5);
        output.put(0, 5);
        output.put(listed - 4, 4);
        for (int i = 0; i < listed; i++) {
            output.put(code.lengths()[ORDER[i]], 3);
        }
        for (int i = 0; i < count; i++) {
            int symbol = entries[i] & 0xFF;
            output.put(code.codes()[symbol], code.lengths()[symbol]);
            switch (symbol) {
                case REPEAT_LAST -> output.put(entries[i] >> 8, 2);
                case FEW_ZEROS -> output.put(entries[i] >> 8, 3);
                case MANY_ZEROS -> output.put(entries[i] >> 8, 7);
                default -> {}
            }
        }
    }
}
