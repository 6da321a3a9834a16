package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lwjgl.system.MemoryUtil;
import studio.diorama.render.Environment;
import studio.diorama.render.Light;

/// Environments on the device, the last few that were used.
final class EnvironmentStore implements AutoCloseable {

    /// Greatest level of the blurred map; level / 5 is the roughness.
    static final int LEVELS = 5;

    private static final int KEPT = 6;
    // Even light needs few texels, but enough rows for the harmonics' sums to be those of a sphere.
    private static final int UNIFORM_WIDTH = 64;
    private static final int UNIFORM_HEIGHT = 32;
    private static final int BLURRED_WIDTH = 256;
    private static final int BLURRED_HEIGHT = 128;

    private final GlProgram blur = GlProgram.compute("blur.comp");
    private final Map<Environment, PreparedEnvironment> prepared = new LinkedHashMap<>(16, 0.75f, true);

    PreparedEnvironment find(Environment environment) {
        PreparedEnvironment found = prepared.get(environment);
        if (found == null) {
            found = prepare(environment);
            prepared.put(environment, found);
            if (prepared.size() > KEPT) {
                Environment oldest = prepared.keySet().iterator().next();
                prepared.remove(oldest).close();
            }
        }
        return found;
    }

    private PreparedEnvironment prepare(Environment environment) {
        return switch (environment) {
            case Environment.Uniform uniform -> {
                float[] rgb = new float[UNIFORM_WIDTH * UNIFORM_HEIGHT * 3];
                for (int i = 0; i < rgb.length; i++) {
                    rgb[i] = (float) uniform.luminance().get(i % 3);
                }
                yield prepare(UNIFORM_WIDTH, UNIFORM_HEIGHT, rgb, 0, 1, Optional.empty());
            }
            case Environment.Panorama panorama ->
                prepare(
                        panorama.map().width(),
                        panorama.map().height(),
                        panorama.map().rgb(),
                        panorama.rotationRadians(),
                        panorama.intensity(),
                        Optional.empty());
            case Environment.Sky sky -> {
                PreethamSky model = new PreethamSky(sky);
                yield prepare(PreethamSky.WIDTH, PreethamSky.HEIGHT, model.panorama(), 0, 1, Optional.of(model.sun()));
            }
        };
    }

    private PreparedEnvironment prepare(
            int width, int height, float[] rgb, double rotation, double intensity, Optional<Light.Directional> sun) {
        // Halves hold at most 65504, so a brighter map is stored darker and multiplied back.
        float most = 0;
        for (float value : rgb) {
            most = Math.max(most, value);
        }
        float scale = most > 60_000 ? 60_000 / most : 1;
        int panorama = glCreateTextures(GL_TEXTURE_2D);
        glTextureStorage2D(panorama, MipChain.levels(width, height), GL_RGBA16F, width, height);
        FloatBuffer values = MemoryUtil.memAllocFloat(rgb.length);
        try {
            for (float value : rgb) {
                values.put(value * scale);
            }
            glTextureSubImage2D(panorama, 0, 0, 0, width, height, GL_RGB, GL_FLOAT, values.flip());
        } finally {
            MemoryUtil.memFree(values);
        }
        glGenerateTextureMipmap(panorama);
        setSampling(panorama, GL_LINEAR_MIPMAP_LINEAR);
        double[] irradiance = Irradiance.of(width, height, rgb);
        for (int i = 0; i < irradiance.length; i++) {
            irradiance[i] *= scale;
        }
        return new PreparedEnvironment(panorama, blurred(panorama), irradiance, rotation, intensity / scale, sun);
    }

    private int blurred(int panorama) {
        int texture = glCreateTextures(GL_TEXTURE_2D);
        glTextureStorage2D(texture, LEVELS + 1, GL_RGBA16F, BLURRED_WIDTH, BLURRED_HEIGHT);
        setSampling(texture, GL_LINEAR_MIPMAP_LINEAR);
        glBindTextureUnit(7, panorama);
        for (int level = 0; level <= LEVELS; level++) {
            glBindImageTexture(2, texture, level, false, 0, GL_WRITE_ONLY, GL_RGBA16F);
            blur.set("roughness", (float) level / LEVELS);
            blur.dispatch(MipChain.side(BLURRED_WIDTH, level), MipChain.side(BLURRED_HEIGHT, level));
        }
        return texture;
    }

    private static void setSampling(int texture, int smaller) {
        glTextureParameteri(texture, GL_TEXTURE_MIN_FILTER, smaller);
        glTextureParameteri(texture, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTextureParameteri(texture, GL_TEXTURE_WRAP_S, GL_REPEAT);
        glTextureParameteri(texture, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    }

    @Override
    public void close() {
        prepared.values().forEach(PreparedEnvironment::close);
        blur.close();
    }
}
