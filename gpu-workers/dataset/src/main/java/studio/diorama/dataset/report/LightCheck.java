package studio.diorama.dataset.report;

import studio.diorama.render.Layer;

/// hdr1 = T · (albedo · light_diffuse + light_specular + emission) + fog, in every pixel of the centre sample.
final class LightCheck {

    /// Below this, in candela a square metre, a share means nothing.
    private static final double DARK = 1e-4;

    private LightCheck() {}

    static void check(CameraView view, Residuals residuals) {
        if (!view.has(
                Layer.HDR1,
                Layer.TRANSMITTANCE,
                Layer.ALBEDO,
                Layer.LIGHT_DIFFUSE,
                Layer.LIGHT_SPECULAR,
                Layer.EMISSION,
                Layer.FOG,
                Layer.DEPTH)) {
            return;
        }
        float[] whole = view.floats(Layer.HDR1).values();
        float[] transmittance = view.floats(Layer.TRANSMITTANCE).values();
        float[] albedo = view.floats(Layer.ALBEDO).values();
        float[] diffuse = view.floats(Layer.LIGHT_DIFFUSE).values();
        float[] specular = view.floats(Layer.LIGHT_SPECULAR).values();
        float[] emission = view.floats(Layer.EMISSION).values();
        float[] fog = view.floats(Layer.FOG).values();
        float[] depth = view.floats(Layer.DEPTH).values();
        for (int i = 0; i < whole.length; i++) {
            // The background is light without parts.
            if (depth[i / 3] > 0) {
                double sum = transmittance[i / 3] * (albedo[i] * diffuse[i] + specular[i] + emission[i]) + fog[i];
                double residual = Math.max(0, Math.abs(whole[i] - sum) - DARK);
                residuals.add(Identity.LIGHT, residual == 0 ? 0 : residual / Math.max(DARK, Math.abs(sum)));
            }
        }
    }
}
