package studio.diorama.models.cameranoise.flow.cpu;

/// A 3×3 convolution without the taps that are known to see zeros.
///
/// @param weights of all outputs, and of the taps that are left
/// @param inputs the input channel of each tap
/// @param neighbours the place of each tap, 0 to 8 row by row
/// @param start what the sums start from
record Convolution(PackedWeights weights, int[] inputs, int[] neighbours, BorderStart start) {

    /// Which taps there are.
    interface Taps {
        boolean has(int input, int dx, int dy);
    }

    /// Where a row of the input lies, relative to the output's.
    interface Rows {
        int at(int dy);
    }

    /// @param weights (outputs, inputs, 3 × 3)
    static Convolution of(int inputs, float[] weights, BorderStart start, Taps taps) {
        int outputs = start.starts()[0].length;
        int[] kept = java.util.stream.IntStream.range(0, inputs * 9)
                .filter(tap -> taps.has(tap / 9, tap % 3 - 1, tap % 9 / 3 - 1))
                .toArray();
        float[] left = new float[outputs * kept.length];
        for (int o = 0; o < outputs; o++) {
            for (int tap = 0; tap < kept.length; tap++) {
                left[o * kept.length + tap] = weights[o * inputs * 9 + kept[tap]];
            }
        }
        int[] channels = new int[kept.length];
        int[] neighbours = new int[kept.length];
        for (int tap = 0; tap < kept.length; tap++) {
            channels[tap] = kept[tap] / 9;
            neighbours[tap] = kept[tap] % 9;
        }
        return new Convolution(PackedWeights.pack(outputs, kept.length, left), channels, neighbours, start);
    }

    int outputs() {
        return weights.outputs();
    }

    /// Where the taps lie, relative to an output pixel.
    ///
    /// @param half whether the pixel's column is even (0) or odd (1)
    /// @param channelAt where each input channel starts
    int[] places(Tile tile, int half, int[] channelAt, Rows rows) {
        int[] places = new int[inputs.length];
        for (int tap = 0; tap < places.length; tap++) {
            int dx = neighbours[tap] % 3 - 1;
            int dy = neighbours[tap] / 3 - 1;
            places[tap] = channelAt[inputs[tap]] + rows.at(dy) + tile.step(half, dx);
        }
        return places;
    }
}
