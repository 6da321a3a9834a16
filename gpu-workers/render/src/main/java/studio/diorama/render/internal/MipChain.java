package studio.diorama.render.internal;

import java.nio.ByteBuffer;

/// A texture and its ever smaller copies, each half as wide and high, down to one texel.
///
/// Copies are box means: of light where the texels are sRGB, of the numbers otherwise. Colour is weighted with alpha,
/// so
/// that what is invisible does not bleed.
final class MipChain {

    private static final float[] LINEAR = new float[256];
    private static final byte[] ENCODED = new byte[4096];

    static {
        for (int i = 0; i < 256; i++) {
            double s = i / 255.0;
            LINEAR[i] = (float) (s <= 0.04045 ? s / 12.92 : StrictMath.pow((s + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i < ENCODED.length; i++) {
            double l = i / (ENCODED.length - 1.0);
            double s = l <= 0.0031308 ? 12.92 * l : 1.055 * StrictMath.pow(l, 1 / 2.4) - 0.055;
            ENCODED[i] = (byte) Math.round(s * 255);
        }
    }

    private MipChain() {}

    static int levels(int width, int height) {
        return 32 - Integer.numberOfLeadingZeros(Math.max(width, height));
    }

    /// Texels of all levels together.
    static long texels(int width, int height) {
        long sum = 0;
        for (int level = 0; level < levels(width, height); level++) {
            sum += (long) side(width, level) * side(height, level);
        }
        return sum;
    }

    static int side(int side, int level) {
        return Math.max(1, side >> level);
    }

    /// Writes all levels, one after the other.
    static void write(int width, int height, byte[] rgba, boolean srgb, ByteBuffer to) {
        byte[] level = rgba;
        int w = width;
        int h = height;
        to.put(level);
        while (w > 1 || h > 1) {
            int nextW = Math.max(1, w >> 1);
            int nextH = Math.max(1, h >> 1);
            level = half(level, w, h, nextW, nextH, srgb);
            w = nextW;
            h = nextH;
            to.put(level);
        }
    }

    private static byte[] half(byte[] from, int w, int h, int nextW, int nextH, boolean srgb) {
        byte[] to = new byte[nextW * nextH * 4];
        for (int y = 0; y < nextH; y++) {
            int y0 = y * h / nextH;
            int y1 = Math.max(y0 + 1, (y + 1) * h / nextH);
            for (int x = 0; x < nextW; x++) {
                int x0 = x * w / nextW;
                int x1 = Math.max(x0 + 1, (x + 1) * w / nextW);
                mean(from, w, x0, x1, y0, y1, srgb, to, (y * nextW + x) * 4);
            }
        }
        return to;
    }

    private static void mean(byte[] from, int w, int x0, int x1, int y0, int y1, boolean srgb, byte[] to, int at) {
        float red = 0;
        float green = 0;
        float blue = 0;
        float alpha = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                int i = (y * w + x) * 4;
                // A little weight even at alpha 0 keeps the colour of a wholly transparent block.
                float weight = (from[i + 3] & 255) + 1e-3f;
                red += weight * value(from[i], srgb);
                green += weight * value(from[i + 1], srgb);
                blue += weight * value(from[i + 2], srgb);
                alpha += weight;
            }
        }
        to[at] = encoded(red / alpha, srgb);
        to[at + 1] = encoded(green / alpha, srgb);
        to[at + 2] = encoded(blue / alpha, srgb);
        to[at + 3] = (byte) Math.min(255, Math.round(alpha / ((x1 - x0) * (y1 - y0))));
    }

    private static float value(byte stored, boolean srgb) {
        return srgb ? LINEAR[stored & 255] : (stored & 255) / 255f;
    }

    private static byte encoded(float value, boolean srgb) {
        return srgb ? ENCODED[Math.round(value * (ENCODED.length - 1))] : (byte) Math.round(value * 255);
    }
}
