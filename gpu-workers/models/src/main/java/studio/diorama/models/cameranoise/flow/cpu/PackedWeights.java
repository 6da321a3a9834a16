package studio.diorama.models.cameranoise.flow.cpu;

/// A convolution's weights in the order in which they are used: groups of output channels, in a group the taps, for a
/// tap the group's channels side by side.
///
/// @param outputs channels; a sum of groups of 8, and one of 6 or 4
/// @param taps inputs of each output
/// @param values packed
record PackedWeights(int outputs, int taps, float[] values) {

    PackedWeights {
        if (outputs < 1 || (outputs % 8 != 0 && outputs % 8 != 6 && outputs % 8 != 4)) {
            throw new IllegalArgumentException("outputs must be groups of 8 and one of 6 or 4, got " + outputs);
        }
        if (values.length != outputs * taps) {
            throw new IllegalArgumentException("%d weights expected, got %d".formatted(outputs * taps, values.length));
        }
    }

    /// @param weights (outputs, taps) row-major
    static PackedWeights pack(int outputs, int taps, float[] weights) {
        float[] packed = new float[outputs * taps];
        int place = 0;
        for (int first = 0; first < outputs; first += groupAt(outputs, first)) {
            int size = groupAt(outputs, first);
            for (int tap = 0; tap < taps; tap++) {
                for (int o = first; o < first + size; o++) {
                    packed[place++] = weights[o * taps + tap];
                }
            }
        }
        return new PackedWeights(outputs, taps, packed);
    }

    /// Where a weight lies in [#values].
    int place(int output, int tap) {
        int first = output - output % 8;
        return first * taps + tap * groupAt(first) + output - first;
    }

    /// How many channels the group that starts at output `first` has.
    int groupAt(int first) {
        return groupAt(outputs, first);
    }

    private static int groupAt(int outputs, int first) {
        return Math.min(8, outputs - first);
    }
}
