package studio.diorama.models.cameranoise.flow.cpu;

/// exp and tanh in single precision, relative error of exp below 2e-7, as polynomials that vectors and single numbers
/// work out alike. Limits are set by comparison, for Java's min and max, which heed −0 and NaN, take six instructions.
final class Elementary {

    static final float MOST = 87f;
    static final float LOG2_E = 1.44269504088896341f;
    /// 1.5 · 2^23: added, it leaves the nearest whole number in the lowest bits.
    static final float TO_WHOLE = 12582912f;
    static final int TO_WHOLE_BITS = 0x4B400000;
    /// ln 2 in two parts (Cody and Waite), so that the remainder is exact.
    static final float LN2_HIGH = 0.693359375f;

    static final float LN2_LOW = -2.12194440e-4f;
    /// (exp(r) − 1 − r) / r² on ±ln(2)/2, highest power first (Cephes' expf, S. Moshier).
    static final float[] EXP = {
        1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f
    };
    /// Beyond this, tanh is ±1 in single precision.
    static final float TANH_MOST = 9f;

    private Elementary() {}

    static float exp(float x) {
        return expWithin(limited(x, MOST));
    }

    static float tanh(float x) {
        float limited = limited(x, TANH_MOST);
        return 1f - 2f / (expWithin(limited + limited) + 1f);
    }

    /// ReLU, by the bits: a sign makes the number a negative integer.
    static float rectified(float x) {
        return Float.intBitsToFloat(Math.max(Float.floatToRawIntBits(x), 0));
    }

    private static float limited(float x, float most) {
        float below = x > most ? most : x;
        return below < -most ? -most : below;
    }

    /// @param x within ±MOST
    private static float expWithin(float x) {
        float biased = Math.fma(x, LOG2_E, TO_WHOLE);
        float whole = biased - TO_WHOLE;
        float r = Math.fma(whole, -LN2_LOW, Math.fma(whole, -LN2_HIGH, x));
        float p = EXP[0];
        for (int i = 1; i < EXP.length; i++) {
            p = Math.fma(p, r, EXP[i]);
        }
        float mantissa = Math.fma(p * r, r, r) + 1f;
        int exponent = Float.floatToRawIntBits(biased) - TO_WHOLE_BITS + 127;
        return mantissa * Float.intBitsToFloat(exponent << 23);
    }
}
