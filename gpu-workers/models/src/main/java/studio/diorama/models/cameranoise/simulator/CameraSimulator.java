package studio.diorama.models.cameranoise.simulator;

import static java.util.Objects.requireNonNull;

import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.ToneEncoder;

/// Photographs a scene with a camera that does not exist, from photons to 8 bits.
///
/// The scene's sRGB values become linear light, then the sensor's own channels (inverse colour matrix, inverse white
/// balance), then an RGGB mosaic. Each photosite counts photons (Poisson), adds read noise and a noise that its row
/// shares, and clips. Demosaicing, white balance, colour matrix, the camera's tone curve, smoothing of colour where the
/// camera does it, and rounding give the picture. The clean picture is the same without the three noises, so
/// demosaicing errors are in both and cancel.
public final class CameraSimulator {

    private static final ToneCurve SCENE_CURVE = new ToneCurve.Srgb();

    private final SyntheticSensor sensor;
    private final ToneEncoder encoder;
    private final double[] toSrgb;
    private final double[] toCamera;

    public CameraSimulator(SyntheticSensor sensor) {
        this.sensor = requireNonNull(sensor, "sensor is null");
        encoder = new ToneEncoder(sensor.toneCurve());
        toSrgb = sensor.cameraToSrgb().stream()
                .flatMap(java.util.List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        toCamera = Matrix3.inverse(toSrgb);
    }

    /// What the camera would give without noise.
    public Rgb8Image clean(RgbImage scene) {
        return develop(mosaic(scene), scene.width(), scene.height());
    }

    /// What the camera gives, before its JPEG.
    public Rgb8Image noisy(RgbImage scene, double iso, Seed seed) {
        sensor.requireIso(iso);
        float[] mosaic = mosaic(scene);
        expose(mosaic, scene.width(), iso, seed);
        return develop(mosaic, scene.width(), scene.height());
    }

    /// (height × width) light at each photosite, 0 to 1.
    private float[] mosaic(RgbImage scene) {
        float[] light = linearLight(scene.bitDepth());
        float[] mosaic = new float[scene.width() * scene.height()];
        for (int y = 0, i = 0; y < scene.height(); y++) {
            for (int x = 0; x < scene.width(); x++, i++) {
                int channel = channelAt(x, y);
                int row = 3 * channel;
                double balanced = toCamera[row] * light[code(scene, 3 * i)]
                        + toCamera[row + 1] * light[code(scene, 3 * i + 1)]
                        + toCamera[row + 2] * light[code(scene, 3 * i + 2)];
                mosaic[i] = (float) Math.clamp(balanced / sensor.whiteBalance().gain(channel), 0, 1);
            }
        }
        return mosaic;
    }

    private void expose(float[] mosaic, int width, double iso, Seed seed) {
        double shot = sensor.shot(iso);
        double read = sensor.read(iso);
        Seed photons = seed.child("photons");
        Seed electronics = seed.child("electronics");
        Seed rows = seed.child("rows");
        for (int y = 0; y < mosaic.length / width; y++) {
            long photonKey = CounterGaussian.rowKey(photons, y);
            long readKey = CounterGaussian.rowKey(electronics, y);
            double rowOffset = sensor.rowShare() * read * CounterGaussian.at(CounterGaussian.rowKey(rows, y), 0);
            for (int x = 0, i = y * width; x < width; x++, i++) {
                double light = mosaic[i];
                if (shot > 0) {
                    double uniform = (CounterGaussian.bits(photonKey, 2L * x + 1) >>> 11) * 0x1p-53;
                    light = shot * PoissonNumber.of(light / shot, uniform, CounterGaussian.at(photonKey, 2L * x));
                }
                light += read * CounterGaussian.at(readKey, x) + rowOffset;
                mosaic[i] = (float) Math.clamp(light, 0, 1);
            }
        }
    }

    private Rgb8Image develop(float[] mosaic, int width, int height) {
        boolean smooths = sensor.chromaSmoothing() > 0;
        byte[] samples = new byte[3 * width * height];
        float[] encoded = smooths ? new float[samples.length] : null;
        double[] camera = new double[3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sensor.demosaic().at(mosaic, width, height, x, y, camera);
                for (int channel = 0; channel < 3; channel++) {
                    camera[channel] *= sensor.whiteBalance().gain(channel);
                }
                for (int row = 0; row < 9; row += 3, i++) {
                    double linear = toSrgb[row] * camera[0] + toSrgb[row + 1] * camera[1] + toSrgb[row + 2] * camera[2];
                    if (smooths) {
                        encoded[i] = encoder.encoded((float) linear);
                    } else {
                        samples[i] = (byte) encoder.code8((float) linear);
                    }
                }
            }
        }
        if (smooths) {
            ChromaSmoothing.apply(encoded, width, height, sensor.chromaSmoothing());
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) Math.round(255 * Math.clamp(encoded[i], 0f, 1f));
            }
        }
        return new Rgb8Image(width, height, samples);
    }

    /// The colour of a photosite in the RGGB pattern.
    static int channelAt(int x, int y) {
        return (x & 1) + (y & 1);
    }

    private static float[] linearLight(int bitDepth) {
        float[] light = new float[1 << bitDepth];
        for (int code = 0; code < light.length; code++) {
            light[code] = (float) SCENE_CURVE.toLinear(code / (light.length - 1.0));
        }
        return light;
    }

    private static int code(RgbImage scene, int sample) {
        return switch (scene) {
            case Rgb8Image s -> s.samples()[sample] & 0xFF;
            case Rgb16Image s -> s.samples()[sample] & 0xFFFF;
        };
    }
}
