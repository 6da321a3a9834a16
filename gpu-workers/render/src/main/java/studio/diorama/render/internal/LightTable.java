package studio.diorama.render.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import studio.diorama.geometry.Bounds;
import studio.diorama.render.Camera;
import studio.diorama.render.Light;

/// The lights of a frame as `lighting.glsl` reads them, and the views that their shadows need.
///
/// @param lights all of them, the sun of the sky first
/// @param views one layer of the shadow maps each
/// @param firstViews for each light its first view, or -1
/// @param viewCounts for each light its number of views
record LightTable(List<Light> lights, List<ShadowView> views, int[] firstViews, int[] viewCounts) {

    /// The most shadow maps; lights beyond shine without shadow.
    static final int MOST_VIEWS = 24;

    private static final int LIGHT_BYTES = 6 * Records.VEC4_BYTES;
    private static final double LAMP_RADIUS = 0.03;
    private static final double AREA_HALF_ANGLE = Math.toRadians(72);
    private static final Vector3dc NONE = new Vector3d();
    private static final Vector3dc[] CUBE = {
        new Vector3d(1, 0, 0), new Vector3d(-1, 0, 0), new Vector3d(0, 1, 0),
        new Vector3d(0, -1, 0), new Vector3d(0, 0, 1), new Vector3d(0, 0, -1)
    };

    static LightTable of(List<Light> lights, Camera camera, Bounds scene, int texels) {
        List<ShadowView> views = new ArrayList<>();
        int[] first = new int[lights.size()];
        int[] counts = new int[lights.size()];
        for (int i = 0; i < lights.size(); i++) {
            List<ShadowView> own = scene.isEmpty() ? List.of() : views(lights.get(i), camera, scene, texels);
            boolean fits = !own.isEmpty() && views.size() + own.size() <= MOST_VIEWS;
            first[i] = fits ? views.size() : -1;
            counts[i] = fits ? own.size() : 0;
            if (fits) {
                views.addAll(own);
            }
        }
        return new LightTable(lights, views, first, counts);
    }

    private static List<ShadowView> views(Light light, Camera camera, Bounds scene, int texels) {
        return switch (light) {
            case Light.Directional sun when sun.lux() == 0 -> List.of();
            case Light.Directional sun -> Cascades.of(camera, scene, sun.direction(), texels);
            case Light.Spot spot ->
                List.of(ShadowView.fromPoint(
                        spot.position(),
                        spot.direction(),
                        Math.min(spot.outerConeRadians() * 1.02 + 0.01, AREA_HALF_ANGLE),
                        texels));
            case Light.Area area ->
                List.of(ShadowView.fromPoint(area.position(), shining(area), AREA_HALF_ANGLE, texels));
            case Light.Point point -> {
                List<ShadowView> faces = new ArrayList<>();
                for (Vector3dc way : CUBE) {
                    faces.add(ShadowView.fromPoint(point.position(), way, Math.toRadians(46), texels));
                }
                yield faces;
            }
        };
    }

    private static Vector3d shining(Light.Area area) {
        return area.halfU().cross(area.halfV(), new Vector3d()).normalize();
    }

    void upload(GlBuffer lightBuffer, GlBuffer viewBuffer, Staging staging) {
        ByteBuffer bytes = staging.of((long) Math.max(1, lights.size()) * LIGHT_BYTES);
        for (int i = 0; i < lights.size(); i++) {
            write(bytes, lights.get(i), firstViews[i], viewCounts[i]);
        }
        lightBuffer.replace(bytes.flip());
        ByteBuffer rows = staging.of((long) Math.max(1, views.size()) * ShadowView.BYTES);
        for (int i = 0; i < views.size(); i++) {
            views.get(i).write(rows, i);
        }
        viewBuffer.replace(rows.flip());
    }

    private static void write(ByteBuffer to, Light light, int firstView, int viewCount) {
        switch (light) {
            case Light.Directional sun -> {
                double tangent = StrictMath.tan(0.5 * sun.angularDiameterRadians());
                head(to, 0, NONE, sun.direction(), amount(sun, sun.lux()), firstView, viewCount);
                tail(to, NONE, 0, NONE, 0, tangent);
            }
            case Light.Point point -> {
                head(to, 1, point.position(), NONE, amount(point, point.candela()), firstView, viewCount);
                tail(to, NONE, 0, NONE, 0, LAMP_RADIUS);
            }
            case Light.Spot spot -> {
                head(to, 2, spot.position(), spot.direction(), amount(spot, spot.candela()), firstView, viewCount);
                tail(
                        to,
                        NONE,
                        StrictMath.cos(spot.innerConeRadians()),
                        NONE,
                        StrictMath.cos(spot.outerConeRadians()),
                        LAMP_RADIUS);
            }
            case Light.Area area -> {
                Vector3d amount = amount(area, area.luminance());
                head(to, 3, area.position(), shining(area), amount, firstView, viewCount);
                double radius = Math.sqrt(area.halfU().length() * area.halfV().length());
                tail(to, area.halfU(), 0, area.halfV(), 0, radius);
            }
        }
    }

    private static Vector3d amount(Light light, double factor) {
        return light.colour().mul(factor, new Vector3d());
    }

    private static void head(
            ByteBuffer to,
            int kind,
            Vector3dc position,
            Vector3dc direction,
            Vector3dc amount,
            int firstView,
            int viewCount) {
        Records.vec4(to, position, kind);
        Records.vec4(to, direction, firstView);
        Records.vec4(to, amount, viewCount);
    }

    private static void tail(
            ByteBuffer to, Vector3dc halfU, double innerCos, Vector3dc halfV, double outerCos, double radius) {
        Records.vec4(to, halfU, innerCos);
        Records.vec4(to, halfV, outerCos);
        Records.vec4(to, radius, 0, 0, 0);
    }
}
