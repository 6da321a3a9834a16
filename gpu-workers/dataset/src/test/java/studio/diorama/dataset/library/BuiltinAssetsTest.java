package studio.diorama.dataset.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.diorama.common.DioramaException;
import studio.diorama.geometry.Animation;
import studio.diorama.geometry.Bounds;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.Pose;
import studio.diorama.geometry.PosedPart;

class BuiltinAssetsTest {

    private static final int VARIANTS = 2;

    private static final Map<String, BuiltinAsset> MADE = new ConcurrentHashMap<>();

    /// Made once for all tests.
    private static BuiltinAsset asset(String name, long variant) {
        return MADE.computeIfAbsent(name + " " + variant, unused -> BuiltinAssets.get(name, variant));
    }

    static List<String> names() {
        return BuiltinAssets.names();
    }

    private static List<Part> parts(BuiltinAsset asset) {
        return asset.model().flatten().stream().map(PosedPart::part).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesEveryVertexAUnitNormalThatAgreesWithItsFaces(String name) {
        for (long variant = 0; variant < VARIANTS; variant++) {
            for (Part part : parts(asset(name, variant))) {
                Mesh mesh = part.mesh();
                float[] normals = mesh.normals().orElseThrow();
                assertThat(mesh.texcoords()).isPresent();
                for (int i = 0; i < mesh.vertexCount(); i++) {
                    assertThat(vector(normals, i).length()).isCloseTo(1, within(1e-5));
                }
                int against = 0;
                for (int t = 0; t < mesh.triangles().length; t += 3) {
                    Vector3d face = faceNormal(mesh, t);
                    for (int k = 0; k < 3 && face.length() > 0; k++) {
                        against += face.dot(vector(normals, mesh.triangles()[t + k])) < 0 ? 1 : 0;
                    }
                }
                assertThat(against / 3.0).as("corners against their face").isLessThan(0.01 * mesh.triangleCount());
            }
        }
    }

    private static Vector3d faceNormal(Mesh mesh, int t) {
        Vector3d a = vector(mesh.positions(), mesh.triangles()[t]);
        Vector3d b = vector(mesh.positions(), mesh.triangles()[t + 1]).sub(a);
        Vector3d c = vector(mesh.positions(), mesh.triangles()[t + 2]).sub(a);
        return b.cross(c);
    }

    private static Vector3d vector(float[] values, int i) {
        return new Vector3d(values[i * 3], values[i * 3 + 1], values[i * 3 + 2]);
    }

    @ParameterizedTest
    @MethodSource("names")
    void standsOnTheGroundAboutTheOrigin(String name) {
        for (long variant = 0; variant < VARIANTS; variant++) {
            Bounds bounds = asset(name, variant).model().bounds();
            // A room's floor has its top at 0 and is as thick as its walls.
            double ground = name.equals("room") ? -0.2 : 0;
            assertThat(bounds.min().y()).as("%s %d", name, variant).isCloseTo(ground, within(2e-3));
            assertThat(Math.abs(bounds.centre().x)).isLessThan(0.35 * bounds.size().x);
            assertThat(Math.abs(bounds.centre().z)).isLessThan(0.5 * bounds.size().z);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mug, 0.07, 0.16",
        "bottle, 0.22, 0.36",
        "bowl, 0.1, 0.3",
        "plate, 0.15, 0.32",
        "glass, 0.08, 0.17",
        "book, 0.15, 0.3",
        "cardboard-box, 0.2, 1.2",
        "table, 0.7, 2",
        "chair, 0.7, 1.1",
        "armchair, 0.7, 1.2",
        "shelf, 0.8, 2.2",
        "cupboard, 0.7, 2",
        "lamp, 0.3, 1.8",
        "street-lamp, 4, 8.2",
        "traffic-cone, 0.28, 0.8",
        "car, 3.8, 4.9",
        "van, 4.7, 5.9",
        "bicycle, 1.5, 2",
        "potted-plant, 0.3, 1.1",
        "bush, 0.6, 2.4",
        "tree, 3, 9.5",
        "figure, 1.5, 1.95",
        "quadruped, 0.8, 1.8",
        "car, 3.8, 4.9",
        "van, 4.7, 5.9",
        "bicycle, 1.5, 2",
        "potted-plant, 0.3, 1.1",
        "bush, 0.6, 2.4",
        "tree, 3, 9.5",
        "figure, 1.5, 1.95",
        "quadruped, 0.8, 1.8",
        "room, 3, 8",
        "ground, 20, 100"
    })
    void hasAThingsRealSize(String name, double least, double most) {
        for (long variant = 0; variant < 4; variant++) {
            Vector3d size = asset(name, variant).model().bounds().size();
            assertThat(Math.max(size.x, Math.max(size.y, size.z)))
                    .as("%s %d", name, variant)
                    .isBetween(least, most);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void makesTheSameThingAgain(String name) {
        List<Part> first = parts(asset(name, 1));
        List<Part> second = parts(BuiltinAssets.get(name, 1));
        assertThat(second).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).mesh().positions())
                    .isEqualTo(first.get(i).mesh().positions());
            assertThat(second.get(i).mesh().triangles())
                    .isEqualTo(first.get(i).mesh().triangles());
            assertThat(second.get(i).material()).isEqualTo(first.get(i).material());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void makesVariantsThatDiffer(String name) {
        Set<String> looks = new HashSet<>();
        for (long variant = 0; variant < 4; variant++) {
            BuiltinAsset asset = asset(name, variant);
            List<String> look = new ArrayList<>(List.of(asset.model().bounds().toString()));
            parts(asset)
                    .forEach(part -> look.add(part.material().name()
                            + part.material().baseColour()
                            + part.material().roughness()));
            looks.add(look.toString());
        }
        assertThat(looks).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesEachPlaceOnceAndWithinTheThing(String name) {
        for (long variant = 0; variant < VARIANTS; variant++) {
            BuiltinAsset asset = asset(name, variant);
            Bounds bounds = asset.model().bounds();
            double slack = 0.01 + 0.005 * bounds.diagonal();
            Bounds loose = new Bounds(
                    bounds.min().sub(new Vector3d(slack), new Vector3d()),
                    bounds.max().add(new Vector3d(slack), new Vector3d()));
            Set<String> seen = new HashSet<>();
            for (Keypoint keypoint : asset.keypoints()) {
                assertThat(seen.add(keypoint.name()))
                        .as("%s twice", keypoint.name())
                        .isTrue();
                assertThat(loose.contains(keypoint.position()))
                        .as("%s: %s", name, keypoint)
                        .isTrue();
                assertThat(keypoint.node()).isLessThan(asset.model().nodes().size());
            }
            List<Vector3d> posed = asset.keypoints(Pose.rest(asset.model()));
            for (int i = 0; i < posed.size(); i++) {
                assertThat(posed.get(i)
                                .distance(new Vector3d(asset.keypoints().get(i).position())))
                        .isLessThan(1e-9);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void sharesEachSkinPointWhollyAmongItsJointsAndEndsClipsAsTheyBegin(String name) {
        BuiltinAsset asset = asset(name, 1);
        for (Part part : parts(asset)) {
            part.mesh().weights().ifPresent(weights -> {
                for (int i = 0; i < weights.length; i += 4) {
                    assertThat(weights[i] + weights[i + 1] + weights[i + 2] + weights[i + 3])
                            .isCloseTo(1, within(1e-5f));
                }
            });
        }
        for (Animation animation : asset.model().animations()) {
            animation
                    .channels()
                    .forEach(channel ->
                            assertThat(channel.at(animation.duration())).isEqualTo(channel.at(0)));
            Bounds moved = asset.model().posed(animation.name(), animation.duration() * 0.3).stream()
                    .map(PosedPart::bounds)
                    .reduce(Bounds.EMPTY, Bounds::union);
            assertThat(moved.diagonal()).isCloseTo(asset.model().bounds().diagonal(), within(0.35 * moved.diagonal()));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void staysModerateInTriangles(String name) {
        for (long variant = 0; variant < VARIANTS; variant++) {
            assertThat(asset(name, variant).model().triangleCount()).isBetween(2, 16_000);
        }
    }

    @Test
    void saysWhatThereIsWhenAskedForWhatThereIsNot() {
        assertThatThrownBy(() -> BuiltinAssets.get("unicorn"))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("unicorn")
                .hasMessageContaining("mug");
    }

    @Test
    void carriesALicenceAndAClass() {
        for (String name : names()) {
            BuiltinAsset asset = asset(name, 0);
            assertThat(asset.licence()).startsWith("CC0");
            assertThat(asset.className()).isNotBlank();
        }
    }
}
