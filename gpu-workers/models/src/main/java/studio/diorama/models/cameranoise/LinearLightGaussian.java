package studio.diorama.models.cameranoise;

import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.imaging.JpegRoundTrip;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// What the two classical models share: independent Gaussian noise in linear light.
///
/// encoded value → inverse tone curve → divide by white balance → add N(0, k·x + r²) → multiply by white balance →
/// clip → tone curve → round to 8 or 16 bits → JPEG where the camera makes it.
///
/// Cost per sample from 8 to 8 bits: one 64-bit mix (2 multiplications) for the sample's bits, one table piece for the
/// normal number, three looked-up values (light, sigma, level), one multiply-add, one bucket and one comparison for
/// the code: about 25 operations, 75 per pixel. Memory traffic per pixel: 3 bytes read, 3 + 6 bytes written (noisy,
/// level map). The tables of an 8-bit picture take 30 KiB.
public abstract sealed class LinearLightGaussian implements NoiseModel permits IsotropicNoise, HeteroscedasticNoise {

    private static final String STAGE = "adding noise";
    private static final double OUTLIERS = 1e-4;
    private static final double SMALLEST_SIGMA = 1e-6;

    /// The law at the condition's ISO, in the shape of the heteroscedastic one.
    abstract IsoNoise law(NoiseCondition condition);

    @Override
    public NoisyImage apply(
            RgbImage clean,
            NoiseCondition condition,
            NoiseOptions options,
            Cancellation cancellation,
            ProgressSink progress) {
        NoiseTables tables = NoiseTables.of(condition.profile(), law(condition), 1 << clean.bitDepth());
        int samples = Math.multiplyExact(Math.multiplyExact(clean.width(), clean.height()), 3);
        short[] level = new short[samples];
        RgbImage noisy;
        if (options.outputBitDepth() == 8) {
            byte[] codes = new byte[samples];
            RowBlocks.run(clean.height(), options.threads(), cancellation, progress, STAGE, (first, end) -> {
                for (int y = first; y < end; y++) {
                    switch (clean) {
                        case Rgb8Image c -> row8(c.samples(), codes, level, tables, y, clean.width(), options);
                        case Rgb16Image c -> row8(c.samples(), codes, level, tables, y, clean.width(), options);
                    }
                }
            });
            noisy = compressed(new Rgb8Image(clean.width(), clean.height(), codes), condition, options);
        } else {
            short[] codes = new short[samples];
            RowBlocks.run(clean.height(), options.threads(), cancellation, progress, STAGE, (first, end) -> {
                for (int y = first; y < end; y++) {
                    row16(clean, codes, level, tables, y, options);
                }
            });
            noisy = new Rgb16Image(clean.width(), clean.height(), codes);
        }
        return new NoisyImage(noisy, new Rgb16Image(clean.width(), clean.height(), level));
    }

    private static void row8(
            byte[] clean, byte[] noisy, short[] level, NoiseTables tables, int y, int width, NoiseOptions options) {
        long key = CounterGaussian.rowKey(options.seed(), options.originY() + y);
        long place = 3L * options.originX();
        ToneEncoder encoder = tables.encoder();
        int start = 3 * width * y;
        for (int i = start, channel = 0; i < start + 3 * width; i++, channel = channel == 2 ? 0 : channel + 1) {
            int code = clean[i] & 0xFF;
            int entry = (channel << 8) | code;
            float light = tables.light()[entry] + tables.sigma()[entry] * CounterGaussian.at(key, place++);
            noisy[i] = (byte) encoder.code8(light);
            level[i] = tables.level()[entry];
        }
    }

    private static void row8(
            short[] clean, byte[] noisy, short[] level, NoiseTables tables, int y, int width, NoiseOptions options) {
        long key = CounterGaussian.rowKey(options.seed(), options.originY() + y);
        long place = 3L * options.originX();
        ToneEncoder encoder = tables.encoder();
        int start = 3 * width * y;
        for (int i = start, channel = 0; i < start + 3 * width; i++, channel = channel == 2 ? 0 : channel + 1) {
            int code = clean[i] & 0xFFFF;
            int entry = (channel << 16) | code;
            float light = tables.light()[entry] + tables.sigma()[entry] * CounterGaussian.at(key, place++);
            noisy[i] = (byte) encoder.code8(light);
            level[i] = tables.level()[entry];
        }
    }

    private static void row16(
            RgbImage clean, short[] noisy, short[] level, NoiseTables tables, int y, NoiseOptions options) {
        long key = CounterGaussian.rowKey(options.seed(), options.originY() + y);
        long place = 3L * options.originX();
        int width = clean.width();
        int start = 3 * width * y;
        for (int i = start, channel = 0; i < start + 3 * width; i++, channel = channel == 2 ? 0 : channel + 1) {
            int code = switch (clean) {
                case Rgb8Image c -> c.samples()[i] & 0xFF;
                case Rgb16Image c -> c.samples()[i] & 0xFFFF;
            };
            int entry = (channel << clean.bitDepth()) | code;
            float light = tables.light()[entry] + tables.sigma()[entry] * CounterGaussian.at(key, place++);
            noisy[i] = (short) tables.encoder().code16(light);
            level[i] = tables.level()[entry];
        }
    }

    private static Rgb8Image compressed(Rgb8Image noisy, NoiseCondition condition, NoiseOptions options) {
        if (!options.compress()) {
            return noisy;
        }
        return switch (condition.profile().compression()) {
            case Compression.Lossless _ -> noisy;
            case Compression.Jpeg jpeg -> JpegRoundTrip.apply(noisy, jpeg.quality(), jpeg.subsampling());
        };
    }

    /// Closed form: the probability of a code is that of the light that rounds to it; codes 0 and 255 also get all
    /// that was clipped. One sample in ten thousand is taken for an outlier of any value, as dust, dead pixels and
    /// compression leave some in every real pair; without that a single one could decide the mean.
    @Override
    public double negativeLogLikelihood(Rgb8Image clean, Rgb8Image noisy, NoiseCondition condition) {
        if (clean.width() != noisy.width() || clean.height() != noisy.height()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Both pictures of a pair must have one size, got clean %d × %d and noisy %d × %d."
                            .formatted(clean.width(), clean.height(), noisy.width(), noisy.height()));
        }
        long[][] pairCounts = new long[3][256 * 256];
        for (int i = 0; i < clean.samples().length; i++) {
            pairCounts[i % 3][(clean.samples()[i] & 0xFF) << 8 | (noisy.samples()[i] & 0xFF)]++;
        }
        NoiseTables tables = NoiseTables.of(condition.profile(), law(condition), 256);
        double total = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int pair = 0; pair < 256 * 256; pair++) {
                long count = pairCounts[channel][pair];
                if (count > 0) {
                    total -= count
                            * logProbability(tables, condition.profile().toneCurve(), channel, pair >> 8, pair & 0xFF);
                }
            }
        }
        return total / clean.samples().length;
    }

    private static double logProbability(NoiseTables tables, ToneCurve curve, int channel, int clean, int noisy) {
        double light = tables.light()[(channel << 8) | clean];
        double sigma = Math.max(SMALLEST_SIGMA, tables.sigma()[(channel << 8) | clean]);
        double low = noisy == 0 ? Double.NEGATIVE_INFINITY : (curve.toLinear((noisy - 0.5) / 255) - light) / sigma;
        double high = noisy == 255 ? Double.POSITIVE_INFINITY : (curve.toLinear((noisy + 0.5) / 255) - light) / sigma;
        double likely = Math.exp(NormalDistribution.logInterval(low, high));
        return Math.log((1 - OUTLIERS) * likely + OUTLIERS / 256);
    }
}
