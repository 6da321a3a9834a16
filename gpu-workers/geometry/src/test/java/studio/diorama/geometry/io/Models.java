package studio.diorama.geometry.io;

import java.util.List;
import java.util.OptionalInt;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import org.joml.Vector2d;
import org.joml.Vector3d;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Animation;
import studio.diorama.geometry.AnimationChannel;
import studio.diorama.geometry.AnimationTarget;
import studio.diorama.geometry.Interpolation;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.MorphTarget;
import studio.diorama.geometry.Node;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.Primitives;
import studio.diorama.geometry.Skin;
import studio.diorama.geometry.Tangents;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureFilter;
import studio.diorama.geometry.TextureUse;
import studio.diorama.geometry.TextureWrap;
import studio.diorama.geometry.Transform;

/// Models that use all there is.
final class Models {

    private Models() {}

    static Texture texture(String name, int width, int height, boolean alpha) {
        byte[] rgba = new byte[width * height * 4];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = (byte) (i % 4 == 3 && !alpha ? 255 : i * 37 + name.hashCode());
        }
        return new Texture(name, width, height, rgba);
    }

    static Material material() {
        return Material.builder("everything")
                .baseColour(0.25f, 0.5f, 0.75f, 0.875f)
                .baseColourTexture(TextureUse.of(texture("base", 8, 4, true))
                        .withWrap(TextureWrap.CLAMP_TO_EDGE, TextureWrap.MIRRORED_REPEAT)
                        .withFilter(TextureFilter.NEAREST)
                        .withTransform(new Vector2d(0.25, 0.5), new Vector2d(2, 3), 0.5))
                .metallic(0.125f)
                .roughness(0.375f)
                .metallicRoughnessTexture(TextureUse.of(texture("metallic-roughness", 4, 4, false)))
                .normalTexture(TextureUse.of(texture("normal", 2, 2, false)), 0.5f)
                .occlusionTexture(TextureUse.of(texture("occlusion", 2, 4, false)), 0.25f)
                .emissive(0.5f, 0.25f, 1, 4)
                .emissiveTexture(TextureUse.of(texture("emissive", 1, 1, false)))
                .alpha(AlphaMode.MASK, 0.625f)
                .doubleSided(true)
                .transmission(0.5f)
                .ior(1.33f)
                .build();
    }

    /// A bar of two joints that waves, with a morph target, beside a textured ball that is shown twice.
    static Model waving() {
        Mesh bar = Primitives.box(0.2, 2, 0.2);
        int[] joints = new int[bar.vertexCount() * 4];
        float[] weights = new float[joints.length];
        float[] bulge = new float[bar.positions().length];
        for (int v = 0; v < bar.vertexCount(); v++) {
            boolean upper = bar.positions()[v * 3 + 1] > 0;
            joints[v * 4 + 1] = upper ? 1 : 0;
            weights[v * 4] = upper ? 0.25f : 1;
            weights[v * 4 + 1] = upper ? 0.75f : 0;
            bulge[v * 3] = bar.positions()[v * 3];
        }
        Mesh skinned = bar.toBuilder()
                .skin(joints, weights)
                .colours(colours(bar.vertexCount()))
                .morphTargets(
                        List.of(new MorphTarget("bulge", bulge), new MorphTarget("none", new float[bulge.length])))
                .build();
        Part ball = new Part(Tangents.of(Primitives.sphere(0.3, 16)), material());
        List<Node> nodes = List.of(
                new Node(
                        "bar",
                        Transform.IDENTITY,
                        List.of(),
                        List.of(new Part(skinned, Material.of("red", 1, 0, 0))),
                        OptionalInt.of(0),
                        new float[] {0.5f, 0}),
                Node.group("hip", Transform.at(0, -1, 0), List.of(2)),
                Node.group("chest", Transform.at(0, 1, 0), List.of(3)),
                Node.of("ball", Transform.at(0, 1.5, 0).withScale(new Vector3d(1, 2, -1)), List.of(ball)),
                Node.of(
                        "other ball",
                        Transform.at(1, 0, 0).withRotation(new Quaterniond().rotateXYZ(0.1, 0.2, 0.3)),
                        List.of(ball)));
        Skin skin = new Skin("bones", List.of(1, 2), List.of(new Matrix4d().translation(0, 1, 0), new Matrix4d()));
        float s = (float) Math.sin(0.5);
        float c = (float) Math.cos(0.5);
        Animation wave = new Animation(
                "wave",
                List.of(
                        new AnimationChannel(
                                2,
                                AnimationTarget.ROTATION,
                                Interpolation.LINEAR,
                                new float[] {0, 0.5f, 1},
                                new float[] {0, 0, 0, 1, 0, 0, s, c, 0, 0, 0, 1}),
                        new AnimationChannel(
                                1,
                                AnimationTarget.TRANSLATION,
                                Interpolation.CUBICSPLINE,
                                new float[] {0, 1},
                                new float[] {0, 0, 0, 0, -1, 0, 1, 0, 0, 1, 0, 0, 0, -1, 0, 0, 0, 0}),
                        new AnimationChannel(
                                0, AnimationTarget.WEIGHTS, Interpolation.STEP, new float[] {0, 1}, new float[] {
                                    0, 0, 1, 0
                                }),
                        new AnimationChannel(
                                3, AnimationTarget.SCALE, Interpolation.LINEAR, new float[] {0.1f, 1}, new float[] {
                                    1, 1, 1, 2, 2, 2
                                })));
        return new Model("waving", nodes, List.of(0, 1, 4), List.of(skin), List.of(wave));
    }

    private static float[] colours(int count) {
        float[] colours = new float[count * 4];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = (i % 8) / 8f;
        }
        return colours;
    }
}
