package studio.diorama.models.cameranoise;

import java.util.List;

/// Profiles with round numbers.
public final class Profiles {

    private Profiles() {}

    public static CameraProfile camera(ToneCurve curve, WhiteBalance balance, Compression compression) {
        return new CameraProfile(
                CameraProfile.VERSION,
                "Test camera",
                "Round numbers for tests.",
                new Provenance("none", "none", "none", "test"),
                curve,
                balance,
                compression,
                CleanReference.NOISE_FREE,
                List.of(level(100, 1), level(400, 4), level(1600, 16)));
    }

    public static CameraProfile srgb() {
        return camera(new ToneCurve.Srgb(), new WhiteBalance(2, 1, 1.5), new Compression.Lossless());
    }

    private static IsoNoise level(int iso, double factor) {
        return new IsoNoise(
                iso,
                new ChannelNoise(2e-4 * factor, 4e-7 * factor * factor),
                new ChannelNoise(1e-4 * factor, 2e-7 * factor * factor),
                new ChannelNoise(3e-4 * factor, 6e-7 * factor * factor),
                0.005 * Math.sqrt(factor),
                1000,
                0.01);
    }
}
