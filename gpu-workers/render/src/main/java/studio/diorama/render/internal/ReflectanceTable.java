package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import org.lwjgl.BufferUtils;

/// How much a rough mirror gives back in all, for light from everywhere: scale and offset of the reflectance at right
/// angles, by cosine of the view and by roughness (Karis, *Real Shading in Unreal Engine 4*, 2013).
final class ReflectanceTable {

    private static final int SIDE = 32;
    private static final int SAMPLES = 256;

    private ReflectanceTable() {}

    static int texture() {
        float[] values = new float[SIDE * SIDE * 2];
        for (int row = 0; row < SIDE; row++) {
            double roughness = Math.max((row + 0.5) / SIDE, 0.03);
            for (int column = 0; column < SIDE; column++) {
                integrate((column + 0.5) / SIDE, roughness, values, (row * SIDE + column) * 2);
            }
        }
        int texture = glCreateTextures(GL_TEXTURE_2D);
        glTextureStorage2D(texture, 1, GL_RG32F, SIDE, SIDE);
        glTextureSubImage2D(
                texture,
                0,
                0,
                0,
                SIDE,
                SIDE,
                GL_RG,
                GL_FLOAT,
                BufferUtils.createFloatBuffer(values.length).put(values).flip());
        glTextureParameteri(texture, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTextureParameteri(texture, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTextureParameteri(texture, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTextureParameteri(texture, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        return texture;
    }

    private static void integrate(double nv, double roughness, float[] to, int at) {
        double a2 = Math.pow(roughness, 4);
        double vx = Math.sqrt(1 - nv * nv);
        double scale = 0;
        double offset = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double u = (i + 0.5) / SAMPLES;
            double phi = 2 * Math.PI * (Integer.toUnsignedLong(Integer.reverse(i)) / 4294967296.0);
            double cos = Math.sqrt((1 - u) / (1 + (a2 - 1) * u));
            double sin = Math.sqrt(1 - cos * cos);
            double vh = Math.max(vx * sin * Math.cos(phi) + nv * cos, 0);
            double nl = 2 * vh * cos - nv;
            if (nl > 0 && vh > 0) {
                double smith = nl * Math.sqrt(nv * nv * (1 - a2) + a2) + nv * Math.sqrt(nl * nl * (1 - a2) + a2);
                double share = 2 * nl * vh / (smith * cos);
                double fresnel = Math.pow(1 - vh, 5);
                scale += (1 - fresnel) * share;
                offset += fresnel * share;
            }
        }
        to[at] = (float) (scale / SAMPLES);
        to[at + 1] = (float) (offset / SAMPLES);
    }
}
