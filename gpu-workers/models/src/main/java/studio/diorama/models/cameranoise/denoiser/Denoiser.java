package studio.diorama.models.cameranoise.denoiser;

import studio.diorama.imaging.Rgb8Image;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;

/// A trained denoiser.
public final class Denoiser implements AutoCloseable {

    private final ResidualCnn network;

    Denoiser(ResidualCnn network) {
        this.network = network;
    }

    /// The picture with its noise taken off, rounded to codes. The whole picture is worked on at once, which takes
    /// some 300 bytes a pixel.
    public Rgb8Image denoise(Rgb8Image noisy) {
        int width = noisy.width();
        int area = width * noisy.height();
        float[] planes = new float[3 * area];
        for (int i = 0; i < planes.length; i++) {
            planes[i % 3 * area + i / 3] = (noisy.samples()[i] & 0xFF) / 255f;
        }
        Parameters parameters = network.parameters();
        float[] cleaned;
        try (Scope scope = Scope.open(parameters.device())) {
            cleaned = network.forward(scope.of(planes, 1, 3, noisy.height(), width))
                    .toFloats();
        }
        byte[] samples = new byte[3 * area];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.round(255 * Math.clamp(cleaned[i % 3 * area + i / 3], 0f, 1f));
        }
        return new Rgb8Image(width, noisy.height(), samples);
    }

    @Override
    public void close() {
        network.parameters().close();
    }
}
