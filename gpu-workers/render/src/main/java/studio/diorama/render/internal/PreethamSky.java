package studio.diorama.render.internal;

import org.joml.Vector3d;
import org.joml.Vector3dc;
import studio.diorama.render.Environment;
import studio.diorama.render.Light;

/// A clear sky and its sun (Preetham, Shirley and Smits, *A Practical Analytic Model for Daylight*, 1999): Perez' curve
/// for
/// the luminance and the two chromaticities, with coefficients that are linear in turbidity.
final class PreethamSky {

    static final int WIDTH = 256;
    static final int HEIGHT = 128;
    private static final double SUN_RADIUS = 0.00465;
    private static final double SUN_LUX = 128_000;
    // Below this the fits leave their range; the sun is then held there and the light fades out.
    private static final double LOWEST = 0.02;
    // Wavelengths that stand for red, green and blue, micrometres.
    private static final double[] WAVELENGTHS = {0.612, 0.549, 0.465};

    private final Environment.Sky sky;
    private final double sunPolar;
    private final double fade;
    private final double[][] perez;
    private final double[] zenith;

    PreethamSky(Environment.Sky sky) {
        this.sky = sky;
        double height = sky.sunDirection().y();
        this.sunPolar = StrictMath.acos(Math.clamp(height, LOWEST, 1));
        this.fade = Math.clamp((height + 0.1) / (0.1 + LOWEST), 0, 1);
        double t = sky.turbidity();
        this.perez = new double[][] {
            {0.1787 * t - 1.4630, -0.3554 * t + 0.4275, -0.0227 * t + 5.3251, 0.1206 * t - 2.5771, -0.0670 * t + 0.3703
            },
            {
                -0.0193 * t - 0.2592,
                -0.0665 * t + 0.0008,
                -0.0004 * t + 0.2125,
                -0.0641 * t - 0.8989,
                -0.0033 * t + 0.0452
            },
            {
                -0.0167 * t - 0.2608,
                -0.0950 * t + 0.0092,
                -0.0079 * t + 0.2102,
                -0.0441 * t - 1.6537,
                -0.0109 * t + 0.0529
            }
        };
        double chi = (4.0 / 9 - t / 120) * (Math.PI - 2 * sunPolar);
        this.zenith = new double[] {
            1000 * Math.max((4.0453 * t - 4.9710) * StrictMath.tan(chi) - 0.2155 * t + 2.4192, 0.05),
            chromaticity(
                    t,
                    new double[] {0.00166, -0.00375, 0.00209, 0},
                    new double[] {-0.02903, 0.06377, -0.03202, 0.00394},
                    new double[] {0.11693, -0.21196, 0.06052, 0.25886}),
            chromaticity(
                    t,
                    new double[] {0.00275, -0.00610, 0.00317, 0},
                    new double[] {-0.04214, 0.08970, -0.04153, 0.00516},
                    new double[] {0.15346, -0.26756, 0.06670, 0.26688})
        };
    }

    private double chromaticity(double t, double[] square, double[] linear, double[] constant) {
        double[] powers = {sunPolar * sunPolar * sunPolar, sunPolar * sunPolar, sunPolar, 1};
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += powers[i] * (t * t * square[i] + t * linear[i] + constant[i]);
        }
        return sum;
    }

    /// (128 × 256 × 3) candela per square metre, without the sun's disc.
    float[] panorama() {
        float[] rgb = new float[WIDTH * HEIGHT * 3];
        Vector3d ground = ground();
        for (int y = 0; y < HEIGHT; y++) {
            double polar = (y + 0.5) * Math.PI / HEIGHT;
            for (int x = 0; x < WIDTH; x++) {
                double longitude = ((x + 0.5) / WIDTH - 0.5) * 2 * Math.PI;
                Vector3d light = polar < 0.5 * Math.PI
                        ? along(new Vector3d(
                                StrictMath.sin(polar) * StrictMath.sin(longitude),
                                StrictMath.cos(polar),
                                -StrictMath.sin(polar) * StrictMath.cos(longitude)))
                        : ground;
                int at = (y * WIDTH + x) * 3;
                rgb[at] = (float) light.x;
                rgb[at + 1] = (float) light.y;
                rgb[at + 2] = (float) light.z;
            }
        }
        return rgb;
    }

    private Vector3d ground() {
        Vector3d arriving = new Vector3d();
        int steps = 12;
        for (int i = 0; i < steps; i++) {
            double polar = (i + 0.5) * 0.5 * Math.PI / steps;
            for (int k = 0; k < steps; k++) {
                double longitude = (k + 0.5) * 2 * Math.PI / steps;
                double weight = StrictMath.cos(polar) * StrictMath.sin(polar) * Math.PI * Math.PI / (steps * steps);
                arriving.add(along(new Vector3d(
                                StrictMath.sin(polar) * StrictMath.sin(longitude),
                                StrictMath.cos(polar),
                                -StrictMath.sin(polar) * StrictMath.cos(longitude)))
                        .mul(weight));
            }
        }
        Light.Directional sun = sun();
        double cosine = Math.max(0, -sun.direction().y());
        arriving.add(new Vector3d(sun.colour()).mul(sun.lux() * cosine));
        return arriving.mul(sky.groundAlbedo() / Math.PI);
    }

    private Vector3d along(Vector3dc direction) {
        double cosTheta = Math.max(direction.y(), 0.01);
        Vector3d sun = new Vector3d(sky.sunDirection());
        double cosGamma = Math.clamp(direction.dot(sun), -1, 1);
        double gamma = StrictMath.acos(cosGamma);
        double[] value = new double[3];
        for (int i = 0; i < 3; i++) {
            value[i] = zenith[i]
                    * curve(perez[i], cosTheta, gamma, cosGamma)
                    / curve(perez[i], 1, sunPolar, StrictMath.cos(sunPolar));
        }
        double luminance = value[0] * fade;
        double x = value[1];
        double y = Math.max(value[2], 1e-3);
        Vector3d xyz = new Vector3d(x / y * luminance, luminance, (1 - x - y) / y * luminance);
        return new Vector3d(
                        3.2406 * xyz.x - 1.5372 * xyz.y - 0.4986 * xyz.z,
                        -0.9689 * xyz.x + 1.8758 * xyz.y + 0.0415 * xyz.z,
                        0.0557 * xyz.x - 0.2040 * xyz.y + 1.0570 * xyz.z)
                .max(new Vector3d());
    }

    private static double curve(double[] p, double cosTheta, double gamma, double cosGamma) {
        return (1 + p[0] * StrictMath.exp(p[1] / cosTheta))
                * (1 + p[2] * StrictMath.exp(p[3] * gamma) + p[4] * cosGamma * cosGamma);
    }

    /// The sun after its way through the air: scattering by molecules and by haze (the paper's appendix).
    Light.Directional sun() {
        double degrees = Math.toDegrees(sunPolar);
        double mass = 1 / (StrictMath.cos(sunPolar) + 0.15 * StrictMath.pow(93.885 - degrees, -1.253));
        double haze = 0.04608 * sky.turbidity() - 0.04586;
        double[] through = new double[3];
        for (int i = 0; i < 3; i++) {
            double molecules = 0.008735 * StrictMath.pow(WAVELENGTHS[i], -4.08);
            double aerosol = haze * StrictMath.pow(WAVELENGTHS[i], -1.3);
            through[i] = StrictMath.exp(-mass * (molecules + aerosol));
        }
        boolean up = sky.sunDirection().y() > 0;
        return new Light.Directional(
                new Vector3d(sky.sunDirection()).negate(),
                new Vector3d(through[0], through[1], through[2]),
                up ? SUN_LUX * Math.clamp(sky.sunDirection().y() / LOWEST, 0, 1) : 0,
                2 * SUN_RADIUS);
    }
}
