package studio.diorama.models.cameranoise;

/// Gaussian noise whose variance grows with light, `k·x + r²` per channel in linear light before white balance (Foi,
/// Trimeche, Katkovnik, Egiazarian: *Practical Poissonian-Gaussian noise modeling and fitting for single-image
/// raw-data*, IEEE Transactions on Image Processing 2008).
public final class HeteroscedasticNoise extends LinearLightGaussian {

    @Override
    public String name() {
        return "heteroscedastic";
    }

    @Override
    IsoNoise law(NoiseCondition condition) {
        return condition.noise();
    }
}
