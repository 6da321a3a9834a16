package studio.diorama.models.cameranoise.flow;

import studio.diorama.common.Cancellation;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.flow.cpu.Area;
import studio.diorama.models.cameranoise.flow.cpu.CompiledFlow;
import studio.diorama.models.cameranoise.flow.cpu.Scratch;
import studio.diorama.models.cameranoise.flow.cpu.Tile;

/// How likely a pair is under a flow, in tiles, so that memory does not grow with the picture.
public final class FlowLikelihood {

    /// Fixed, so that a pair always gets the same figure.
    private static final Seed DEQUANTISATION = new Seed(0x5EED).child("noise flow/dequantisation");

    private static final int TILE = 256;

    private FlowLikelihood() {}

    /// @param negativeLogLikelihood nats per dimension of 8-bit codes
    /// @param excess of that over what the flow expects of its own noise with these log-determinants
    public record Judgement(double negativeLogLikelihood, double excess) {}

    /// An 8-bit pair under a flow, mean over several fixed dequantisations.
    ///
    /// @param pair the pictures
    /// @param draws how many dequantisations
    public static Judgement judge(CompiledFlow flow, CodePair pair, int draws, Cancellation cancellation) {
        return judge(flow, pair, draws, TILE, cancellation);
    }

    /// @param tileSide pixels; does not change the figures
    static Judgement judge(CompiledFlow flow, CodePair pair, int draws, int tileSide, Cancellation cancellation) {
        double likelihood = 0;
        double excess = 0;
        for (int draw = 0; draw < draws; draw++) {
            Judgement once = once(flow, pair, DEQUANTISATION.child("draw/" + draw), tileSide, cancellation);
            likelihood += once.negativeLogLikelihood() / draws;
            excess += once.excess() / draws;
        }
        return new Judgement(likelihood, excess);
    }

    private static Judgement once(
            CompiledFlow flow, CodePair pair, Seed seed, int tileSide, Cancellation cancellation) {
        Area picture = new Area(0, 0, pair.width(), pair.height());
        Tile tile = new Tile();
        Scratch scratch = new Scratch();
        double squares = 0;
        double logDeterminant = 0;
        for (int top = 0; top < pair.height(); top += tileSide) {
            for (int left = 0; left < pair.width(); left += tileSide) {
                cancellation.throwIfRequested();
                Area core = new Area(
                        left, top, Math.min(left + tileSide, pair.width()), Math.min(top + tileSide, pair.height()));
                tile.reset(picture, core, flow.halo());
                fill(tile, pair, seed);
                logDeterminant += flow.forward(tile, scratch);
                squares += squares(tile);
            }
        }
        long dimensions = 3L * pair.width() * pair.height();
        return new Judgement(
                FlowLosses.negativeLogLikelihood(squares, logDeterminant, dimensions),
                0.5 * squares / dimensions - 0.5);
    }

    private static void fill(Tile tile, CodePair pair, Seed seed) {
        Seed ofNoisy = seed.child("noisy");
        Seed ofClean = seed.child("clean");
        Area whole = tile.whole();
        float[] noise = new float[whole.width()];
        float[] cleanRow = new float[whole.width()];
        for (int y = whole.top(); y < whole.bottom(); y++) {
            long noisyKey = CounterGaussian.rowKey(ofNoisy, y);
            long cleanKey = CounterGaussian.rowKey(ofClean, y);
            for (int channel = 0; channel < 3; channel++) {
                for (int i = 0; i < noise.length; i++) {
                    int x = whole.left() + i;
                    long place = 3L * x + channel;
                    float clean = (pair.clean(channel, x, y) + uniform(cleanKey, place)) / 256f;
                    float noisy = (pair.noisy(channel, x, y) + uniform(noisyKey, place)) / 256f;
                    noise[i] = noisy - clean;
                    cleanRow[i] = clean;
                }
                tile.putNoise(channel, y, noise);
                tile.putClean(channel, y, cleanRow);
            }
        }
    }

    private static float uniform(long key, long place) {
        return (CounterGaussian.bits(key, place) >>> 40) * 0x1p-24f;
    }

    private static double squares(Tile tile) {
        Area core = tile.core();
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int y = core.top(); y < core.bottom(); y++) {
                for (int x = core.left(); x < core.right(); x++) {
                    double base = tile.values()[tile.noiseAt(channel, x, y)];
                    sum += base * base;
                }
            }
        }
        return sum;
    }

    /// A clean and a noisy picture as codes 0 to 255, channels as the network counts them.
    public interface CodePair {

        int width();

        int height();

        float clean(int channel, int x, int y);

        float noisy(int channel, int x, int y);
    }
}
