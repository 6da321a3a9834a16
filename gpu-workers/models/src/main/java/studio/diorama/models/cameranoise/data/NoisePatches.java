package studio.diorama.models.cameranoise.data;

import static java.util.Objects.requireNonNull;

import java.util.SplittableRandom;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;

/// Cuts a training step's patches out of pairs, the same ones for the same seed and step, whichever step is asked for
/// first: training that goes on after a crash sees what it would have seen.
///
/// A table of pairs is open at a time, and memory stays at that. A place of the table keeps its pair for some steps and
/// then draws a new one, the places in turn. Each patch takes a random place of the table and a random place in its
/// picture, so a batch mixes cameras and ISOs. For one thread.
public final class NoisePatches {

    private final PairSource source;
    private final Seed seed;
    private final int size;
    private final int stepsPerPair;
    private final ConditionedPair[] table;
    private final long[] generations;

    /// @param source where pairs come from
    /// @param seed of everything that is drawn
    /// @param size pixels of a patch's sides
    /// @param openPairs how many pairs are in memory
    /// @param stepsPerPair for how many steps a pair is used
    public NoisePatches(PairSource source, Seed seed, int size, int openPairs, int stepsPerPair) {
        this.source = requireNonNull(source, "source is null");
        this.seed = requireNonNull(seed, "seed is null");
        this.size = size;
        this.stepsPerPair = stepsPerPair;
        if (size < 1 || openPairs < 1 || stepsPerPair < 1) {
            throw new IllegalArgumentException("positive size, pairs and steps expected, got %d, %d and %d"
                    .formatted(size, openPairs, stepsPerPair));
        }
        table = new ConditionedPair[openPairs];
        generations = new long[openPairs];
    }

    /// Where pairs come from.
    public PairSource source() {
        return source;
    }

    /// @param step at least 0
    /// @param count patches
    /// @throws DioramaException where a picture is smaller than a patch
    public PatchBatch batch(long step, int count) {
        if (step < 0) {
            throw new IllegalArgumentException("a step of at least 0 expected, got " + step);
        }
        float[] clean = new float[count * 3 * size * size];
        float[] noisy = new float[clean.length];
        int[] camera = new int[count];
        float[] iso = new float[count];
        SplittableRandom random =
                new SplittableRandom(seed.child("step/" + step).value());
        for (int patch = 0; patch < count; patch++) {
            ConditionedPair pair = pair(random.nextInt(table.length), step);
            int x = random.nextInt(pair.clean().width() - size + 1);
            int y = random.nextInt(pair.clean().height() - size + 1);
            cut(pair.clean().samples(), pair.clean().width(), x, y, clean, patch);
            cut(pair.noisy().samples(), pair.clean().width(), x, y, noisy, patch);
            camera[patch] = pair.camera();
            iso[patch] = (float) pair.iso();
        }
        return new PatchBatch(clean, noisy, camera, iso, count, size);
    }

    /// What lies at a place of the table in a step. The places change one after the other, not all at once.
    private ConditionedPair pair(int place, long step) {
        long generation = (step + (long) place * stepsPerPair / table.length) / stepsPerPair;
        if (table[place] == null || generations[place] != generation) {
            ConditionedPair pair = source.draw(seed.child("pair/" + place + "/" + generation));
            if (Math.min(pair.clean().width(), pair.clean().height()) < size) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "A picture of camera %s is %d × %d; patches of %d × %d do not fit in."
                                .formatted(
                                        source.cameras().get(pair.camera()),
                                        pair.clean().width(),
                                        pair.clean().height(),
                                        size,
                                        size));
            }
            table[place] = pair;
            generations[place] = generation;
        }
        return table[place];
    }

    /// From interleaved bytes to planes of floats.
    private void cut(byte[] samples, int width, int left, int top, float[] batch, int patch) {
        for (int channel = 0; channel < 3; channel++) {
            int to = (3 * patch + channel) * size * size;
            for (int y = 0; y < size; y++) {
                int from = 3 * ((top + y) * width + left) + channel;
                for (int x = 0; x < size; x++, from += 3, to++) {
                    batch[to] = samples[from] & 0xFF;
                }
            }
        }
    }
}
