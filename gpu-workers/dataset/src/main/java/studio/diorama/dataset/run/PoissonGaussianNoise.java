package studio.diorama.dataset.run;

import java.util.Set;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;
import studio.diorama.dataset.frame.ResolvedNoise;
import studio.diorama.dataset.sampling.RandomStream;

/// Photon and read noise (Foi et al., *Practical Poissonian-Gaussian noise modeling and fitting*, 2008), in linear
/// light: variance(x) = a·x + b with a = iso / (100 · fullWell) and b = (readNoise · iso / (100 · fullWell))².
///
/// Parameters: `iso` (required); `fullWell`, electrons of white at ISO 100 (10,000, a small sensor's);
/// `readNoise`, electrons (4).
final class PoissonGaussianNoise implements ImageNoise {

    private static final double FULL_WELL = 10_000;
    private static final double READ_NOISE = 4;
    private static final Set<String> PARAMETERS = Set.of("iso", "fullWell", "readNoise");

    @Override
    public String model() {
        return "poissonGaussian";
    }

    @Override
    public void check(ResolvedNoise parameters) {
        if (!PARAMETERS.containsAll(parameters.numbers().keySet())
                || !parameters.texts().isEmpty()
                || !parameters.numbers().containsKey("iso")) {
            throw refuse("the parameter iso and perhaps fullWell and readNoise", parameters);
        }
        double iso = parameters.numbers().get("iso");
        if (!(iso >= 1 && iso <= 1_000_000) || !(parameters.numbers().getOrDefault("fullWell", FULL_WELL) >= 1)) {
            throw refuse("iso from 1 to 1000000 and fullWell from 1", parameters);
        }
    }

    private static DioramaException refuse(String expected, ResolvedNoise parameters) {
        return new DioramaException(
                ErrorCode.INVALID_INPUT,
                "The noise model poissonGaussian takes %s; got %s %s."
                        .formatted(expected, parameters.numbers(), parameters.texts()));
    }

    @Override
    public int[] apply(int width, int height, int[] rgb, ResolvedNoise parameters) {
        double gain =
                parameters.numbers().get("iso") / (100 * parameters.numbers().getOrDefault("fullWell", FULL_WELL));
        double read = gain * parameters.numbers().getOrDefault("readNoise", READ_NOISE);
        int[] noisy = new int[rgb.length];
        Seed seed = new Seed(parameters.seed());
        for (int y = 0; y < height; y++) {
            RandomStream random = new RandomStream(seed.child("row/" + y));
            for (int i = y * width; i < (y + 1) * width; i++) {
                int pixel = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    double light = SrgbCurve.decode(rgb[i] >> shift & 0xFF);
                    double deviation = StrictMath.sqrt(gain * light + read * read);
                    pixel |= SrgbCurve.encode(light + deviation * random.nextGaussian()) << shift;
                }
                noisy[i] = pixel;
            }
        }
        return noisy;
    }
}
