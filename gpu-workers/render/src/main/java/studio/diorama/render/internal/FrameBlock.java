package studio.diorama.render.internal;

import java.nio.ByteBuffer;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import studio.diorama.render.Camera;
import studio.diorama.render.Environment;
import studio.diorama.render.Light;
import studio.diorama.render.RenderOptions;
import studio.diorama.render.RenderScene;
import studio.diorama.render.Weather;

/// Writes what `frame.glsl` reads, in its order.
final class FrameBlock {

    private static final int BYTES = 40 * Records.VEC4_BYTES;
    // Fog that is this thick over one visibility leaves 5 % of the contrast.
    private static final double EXTINCTION = 2.996;
    // Brighter than any white, and within what half floats hold.
    private static final double SUN_DISC = 60_000;
    private static final double SUN_DISC_COS = Math.cos(0.00465);

    private FrameBlock() {}

    static void upload(
            GlBuffer buffer,
            Staging staging,
            RenderScene scene,
            Camera camera,
            RenderOptions options,
            Canvas canvas,
            PreparedEnvironment environment,
            LightTable lights) {
        ByteBuffer to = staging.of(BYTES);
        Records.vec4(
                to,
                camera.intrinsics().focalX(),
                camera.intrinsics().focalY(),
                camera.intrinsics().centreX(),
                camera.intrinsics().centreY());
        Records.vec4(
                to,
                camera.distortion().k1(),
                camera.distortion().k2(),
                camera.distortion().k3(),
                camera.distortion().isNone() ? 0 : 1);
        Records.vec4(to, camera.distortion().p1(), camera.distortion().p2(), camera.nearMetres(), 0);
        Records.ivec4(to, camera.width(), camera.height(), options.supersampling(), 0);
        Records.vec4(to, canvas.scaleX(), canvas.scaleY(), canvas.shiftX(), canvas.shiftY());
        Records.ivec4(to, canvas.width(), canvas.height(), 0, 0);
        Records.rows(to, camera.pose().now());
        Records.rows(to, turn(camera.pose().before(), camera.pose().now()));
        Records.rows(to, turn(camera.pose().after(), camera.pose().now()));
        weather(to, scene.weather(), environment, lights);
        Records.vec4(to, camera.exposure().scale(), camera.exposure().toneMap().ordinal(), 0, 0);
        Records.vec4(
                to,
                Math.cos(environment.rotationRadians()),
                Math.sin(environment.rotationRadians()),
                environment.intensity(),
                EnvironmentStore.LEVELS);
        sun(to, scene.environment(), environment);
        Records.ivec4(
                to,
                lights.lights().size(),
                lights.views().size(),
                options.ambientOcclusion() ? 1 : 0,
                Long.hashCode(options.seed()) & 0xffff);
        for (int i = 0; i < 9; i++) {
            double[] sh = environment.irradiance();
            Records.vec4(to, sh[i * 3], sh[i * 3 + 1], sh[i * 3 + 2], 0);
        }
        buffer.replace(to.flip());
    }

    // Directions only: the sky is infinitely far away.
    private static Matrix4d turn(Matrix4dc to, Matrix4dc from) {
        return to.invertAffine(new Matrix4d()).mul(from).setTranslation(0, 0, 0);
    }

    private static void weather(ByteBuffer to, Weather weather, PreparedEnvironment environment, LightTable lights) {
        Records.vec4(
                to,
                weather.hasFog() ? EXTINCTION / weather.fogVisibilityMetres() : 0,
                1 / weather.fogHeightMetres(),
                0,
                0);
        // Air scatters light of every direction into the ray alike.
        double[] sh = environment.irradiance();
        Vector3d scattered = new Vector3d(sh[0], sh[1], sh[2]).mul(environment.intensity());
        for (Light light : lights.lights()) {
            if (light instanceof Light.Directional sun) {
                scattered.add(new Vector3d(sun.colour()).mul(sun.lux() / (4 * Math.PI)));
            }
        }
        Records.vec4(to, scattered, 0);
        Records.vec4(
                to,
                weather.wet(),
                weather.snowCover(),
                weather.rainMillimetresPerHour(),
                weather.snowMillimetresPerHour());
    }

    private static void sun(ByteBuffer to, Environment environment, PreparedEnvironment prepared) {
        if (environment instanceof Environment.Sky sky
                && prepared.sun().isPresent()
                && sky.sunDirection().y() > 0) {
            Records.vec4(to, sky.sunDirection(), SUN_DISC_COS);
            Records.vec4(to, new Vector3d(prepared.sun().get().colour()).mul(SUN_DISC), 0);
        } else {
            Records.vec4(to, 0, 1, 0, 2);
            Records.vec4(to, 0, 0, 0, 0);
        }
    }
}
