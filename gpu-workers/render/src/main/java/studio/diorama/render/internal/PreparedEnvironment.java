package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.util.Optional;
import studio.diorama.render.Light;

/// An environment on the device.
///
/// @param panorama the map with its smaller copies
/// @param blurred one level for each roughness
/// @param irradiance (9 × 3), see [Irradiance]
/// @param rotationRadians about +y
/// @param intensity what the map is multiplied by
/// @param sun of a sky
record PreparedEnvironment(
        int panorama,
        int blurred,
        double[] irradiance,
        double rotationRadians,
        double intensity,
        Optional<Light.Directional> sun)
        implements AutoCloseable {

    void bind() {
        glBindTextureUnit(7, panorama);
        glBindTextureUnit(8, blurred);
    }

    @Override
    public void close() {
        glDeleteTextures(new int[] {panorama, blurred});
    }
}
