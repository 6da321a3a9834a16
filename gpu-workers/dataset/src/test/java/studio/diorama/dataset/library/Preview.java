package studio.diorama.dataset.library;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector2d;
import org.joml.Vector3d;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Bounds;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.PosedPart;
import studio.diorama.geometry.TextureUse;

/// A small software renderer, orthographic, by which people look at assets without any graphics driver.
final class Preview {

    private static final Vector3d SUN = new Vector3d(0.55, 0.75, 0.5).normalize();
    private static final int SAMPLES = 2;

    private final int size;
    private final double[] depth;
    private final float[] colour;
    private final Matrix4d view;

    private Preview(int pixels, Bounds bounds, double yaw, double pitch) {
        size = pixels * SAMPLES;
        depth = new double[size * size];
        colour = new float[size * size * 3];
        Arrays.fill(depth, Double.NEGATIVE_INFINITY);
        Matrix4d turn = new Matrix4d().rotateX(pitch).rotateY(yaw);
        Bounds seen = bounds.transformed(turn);
        double span = Math.max(seen.size().x, seen.size().y) * 1.06;
        Vector3d centre = seen.centre();
        view = new Matrix4d()
                .scale(size / span, -size / span, 1)
                .translateLocal(size / 2.0, size / 2.0, 0)
                .translate(-centre.x, -centre.y, 0)
                .mul(turn);
        for (int i = 0; i < size * size; i++) {
            float shade = (float) (0.72 - 0.3 * (i / size) / size);
            Arrays.fill(colour, i * 3, i * 3 + 3, shade);
        }
    }

    /// A picture of parts, seen from a yaw and pitch in radians.
    static BufferedImage of(List<PosedPart> parts, int pixels, double yaw, double pitch) {
        Bounds bounds = parts.stream().map(PosedPart::bounds).reduce(Bounds.EMPTY, Bounds::union);
        Preview preview = new Preview(pixels, bounds, yaw, pitch);
        for (int pass = 0; pass < 2; pass++) {
            for (PosedPart part : parts) {
                if (part.material().transmission() > 0 == (pass == 1)) {
                    preview.draw(part);
                }
            }
        }
        return preview.image();
    }

    private void draw(PosedPart part) {
        Mesh mesh = part.mesh();
        Matrix4dc world = part.world();
        float[] p = mesh.positions();
        float[] n = mesh.normals().orElseThrow();
        int[] t = mesh.triangles();
        Vector3d[] screen = new Vector3d[mesh.vertexCount()];
        for (int i = 0; i < screen.length; i++) {
            screen[i] =
                    view.transformPosition(world.transformPosition(new Vector3d(p[i * 3], p[i * 3 + 1], p[i * 3 + 2])));
        }
        for (int i = 0; i < t.length; i += 3) {
            triangle(part, screen, n, t[i], t[i + 1], t[i + 2]);
        }
    }

    private void triangle(PosedPart part, Vector3d[] screen, float[] normals, int i, int j, int k) {
        Vector3d a = screen[i];
        Vector3d b = screen[j];
        Vector3d c = screen[k];
        double area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (area == 0 || area > 0 && !part.material().doubleSided()) {
            return;
        }
        int x0 = (int) Math.max(0, Math.floor(Math.min(a.x, Math.min(b.x, c.x))));
        int x1 = (int) Math.min(size - 1, Math.ceil(Math.max(a.x, Math.max(b.x, c.x))));
        int y0 = (int) Math.max(0, Math.floor(Math.min(a.y, Math.min(b.y, c.y))));
        int y1 = (int) Math.min(size - 1, Math.ceil(Math.max(a.y, Math.max(b.y, c.y))));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double px = x + 0.5;
                double py = y + 0.5;
                double wa = ((b.x - px) * (c.y - py) - (b.y - py) * (c.x - px)) / area;
                double wb = ((c.x - px) * (a.y - py) - (c.y - py) * (a.x - px)) / area;
                double wc = 1 - wa - wb;
                if (wa < 0 || wb < 0 || wc < 0) {
                    continue;
                }
                double z = wa * a.z + wb * b.z + wc * c.z;
                if (z > depth[y * size + x]) {
                    shade(part, normals, new int[] {i, j, k}, new double[] {wa, wb, wc}, y * size + x, z, area > 0);
                }
            }
        }
    }

    private void shade(PosedPart part, float[] normals, int[] v, double[] w, int pixel, double z, boolean back) {
        Material material = part.material();
        Mesh mesh = part.mesh();
        double[] uv = mix(mesh.texcoords().orElseThrow(), 2, v, w);
        double[] base = {1, 1, 1, 1};
        material.baseColourTexture().ifPresent(use -> System.arraycopy(texel(use, uv, true), 0, base, 0, 4));
        if (material.alphaMode() == AlphaMode.MASK && base[3] < material.alphaCutoff()) {
            return;
        }
        double[] shape = mix(normals, 3, v, w);
        Vector3d normal = new Vector3d(shape[0], shape[1], shape[2]).normalize();
        if (material.normalTexture().isPresent()) {
            double[] map = texel(material.normalTexture().get(), uv, false);
            double[] tangent = mix(mesh.tangents().orElseThrow(), 4, v, w);
            Vector3d along = new Vector3d(tangent[0], tangent[1], tangent[2]);
            Vector3d up = normal.cross(along, new Vector3d()).mul(tangent[3]);
            normal = along.mul(map[0] * 2 - 1).add(up.mul(map[1] * 2 - 1)).add(normal.mul(map[2] * 2 - 1));
        }
        Vector3d seen = view.transformDirection(normal, new Vector3d());
        seen.set(seen.x / view.m00(), 0, 0);
        part.world().transformDirection(normal).normalize().mul(back ? -1 : 1);
        double[] rough = {1, 1, 1, 1};
        material.metallicRoughnessTexture().ifPresent(use -> System.arraycopy(texel(use, uv, false), 0, rough, 0, 4));
        double roughness = Math.max(0.08, material.roughness() * rough[1]);
        double metallic = material.metallic() * rough[2];
        Vector3d eye = eye();
        Vector3d half = new Vector3d(SUN).add(eye).normalize();
        double sun = Math.max(0, normal.dot(SUN));
        double sky = 0.5 + 0.5 * normal.y;
        double gloss = 2 / Math.pow(roughness, 4) - 2;
        double highlight = Math.min(8, (gloss + 8) / 25 * Math.pow(Math.max(0, normal.dot(half)), gloss)) * sun;
        double facing = Math.pow(1 - Math.max(0, normal.dot(eye)), 5);
        Vector3d mirror = new Vector3d(normal).mul(2 * normal.dot(eye)).sub(eye);
        double around = roughness < 0.5 ? 0.25 + 0.75 * smooth(-0.1, 0.25, mirror.y) : 0.3 + 0.5 * sky;
        for (int channel = 0; channel < 3; channel++) {
            double albedo = material.baseColour().get(channel) * base[channel];
            double f0 = 0.04 + (albedo - 0.04) * metallic;
            double fresnel = f0 + (1 - roughness) * (1 - f0) * facing;
            double light = albedo * (1 - metallic) * (2.1 * sun + 0.3 + 0.55 * sky)
                    + fresnel * (highlight * 2 + around)
                    + material.emissive().get(channel) * material.emissiveStrength();
            double through = material.transmission();
            float old = colour[pixel * 3 + channel];
            colour[pixel * 3 + channel] = through > 0
                    ? (float) (old * material.baseColour().get(channel) * (0.9 - 0.5 * facing)
                            + fresnel * (highlight + around))
                    : (float) light;
        }
        if (material.transmission() == 0) {
            depth[pixel] = z;
        }
    }

    private Vector3d eye() {
        return view.invertAffine(new Matrix4d())
                .transformDirection(new Vector3d(0, 0, 1))
                .normalize();
    }

    private static double smooth(double from, double to, double x) {
        double t = Math.clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static double[] mix(float[] values, int width, int[] v, double[] w) {
        double[] result = new double[width];
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < 3; k++) {
                result[i] += values[v[k] * width + i] * w[k];
            }
        }
        return result;
    }

    private static double[] texel(TextureUse use, double[] uv, boolean srgb) {
        Vector2d place = use.place(uv[0], uv[1]);
        int width = use.texture().width();
        int height = use.texture().height();
        int x = Math.floorMod((int) Math.floor(place.x * width), width);
        int y = Math.floorMod((int) Math.floor(place.y * height), height);
        double[] result = new double[4];
        for (int i = 0; i < 4; i++) {
            double value = (use.texture().rgba()[(y * width + x) * 4 + i] & 255) / 255.0;
            result[i] = srgb && i < 3 ? Math.pow(value, 2.2) : value;
        }
        return result;
    }

    private BufferedImage image() {
        int pixels = size / SAMPLES;
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    double sum = 0;
                    for (int s = 0; s < SAMPLES * SAMPLES; s++) {
                        int at = (y * SAMPLES + s / SAMPLES) * size + x * SAMPLES + s % SAMPLES;
                        double linear = colour[at * 3 + channel] * 0.62;
                        sum += Math.pow(linear / (1 + 0.25 * linear), 1 / 2.2);
                    }
                    rgb = rgb << 8 | (int) Math.min(255, 255 * sum / (SAMPLES * SAMPLES));
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}
