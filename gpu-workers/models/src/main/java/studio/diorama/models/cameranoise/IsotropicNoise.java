package studio.diorama.models.cameranoise;

/// One Gaussian for all channels and all intensities, in linear light before white balance. The baseline that must
/// lose.
public final class IsotropicNoise extends LinearLightGaussian {

    @Override
    public String name() {
        return "isotropic";
    }

    @Override
    IsoNoise law(NoiseCondition condition) {
        IsoNoise noise = condition.noise();
        ChannelNoise same = new ChannelNoise(0, noise.isotropicSigma() * noise.isotropicSigma());
        return new IsoNoise(
                noise.iso(), same, same, same, noise.isotropicSigma(), noise.fittedPixels(), noise.fitResidual());
    }
}
