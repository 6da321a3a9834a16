package studio.diorama.dataset.library.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Shapes against closed forms.
class ShapeTest {

    private static double volume(Surface surface) {
        double six = 0;
        for (Surface.Face face : surface.faces()) {
            Vec3 first = surface.points().get(face.points()[0]);
            for (int i = 1; i + 1 < face.points().length; i++) {
                Vec3 second = surface.points().get(face.points()[i]);
                six += first.dot(second.cross(surface.points().get(face.points()[i + 1])));
            }
        }
        return six / 6;
    }

    private static int euler(Surface surface) {
        Map<Long, Integer> edges = new HashMap<>();
        for (Surface.Face face : surface.faces()) {
            int count = face.points().length;
            for (int i = 0; i < count; i++) {
                int a = face.points()[i];
                int b = face.points()[(i + 1) % count];
                edges.merge((long) Math.min(a, b) << 32 | Math.max(a, b), 1, Integer::sum);
            }
        }
        assertThat(edges.values()).allMatch(count -> count == 2);
        return surface.points().size() - edges.size() + surface.faces().size();
    }

    @Test
    void turnsACylinderOfTheRightVolume() {
        Surface cylinder =
                Lathe.solid(Profile.from(0, 0).to(0.5, 0).to(0.5, 2).to(0, 2).open(), 96);
        double polygon = 0.5 * 96 * 0.25 * Math.sin(2 * Math.PI / 96) * 2;
        assertThat(volume(cylinder)).isCloseTo(polygon, within(1e-12));
    }

    @Test
    void roundsABoxByWhatItsEdgesLose() {
        double r = 0.1;
        Surface box = RoundedBox.of(1, 0.8, 0.6, r, 12);
        double core = (1 - 2 * r) * (0.8 - 2 * r) * (0.6 - 2 * r);
        double slabs = 2 * r * (0.8 * 0.6 + 0.4 * 0.8 + 0.6 * 0.4);
        double edges = Math.PI * r * r * (0.8 + 0.6 + 0.4);
        double expected = core + slabs + edges + 4.0 / 3 * Math.PI * r * r * r;
        assertThat(volume(box)).isCloseTo(expected, within(2e-4));
        assertThat(euler(box)).isEqualTo(2);
    }

    @Test
    void sweepsATorusByPappus() {
        List<Vec3> path = Sweep.circle(1, 128).stream()
                .map(p -> new Vec3(p.x(), 0, -p.y()))
                .toList();
        Surface torus = Sweep.of(path, Sweep.circle(0.2, 64)).up(Vec3.Y).loop();
        assertThat(volume(torus)).isCloseTo(2 * Math.PI * Math.PI * 0.04, within(3e-3));
        assertThat(euler(torus)).isZero();
    }

    @Test
    void carriesASectionAroundBendsWithoutTwisting() {
        List<Vec3> path = List.of(Vec3.at(0, 0, 0), Vec3.at(0, 1, 0), Vec3.at(1, 2, 0), Vec3.at(2, 2, 1));
        Surface tube = Sweep.tube(path, 0.1, 12).roundEnds(0.1).solid();
        assertThat(euler(tube)).isEqualTo(2);
        assertThat(volume(tube)).isGreaterThan(0.08);
    }

    @Test
    void findsTheSurfaceOfABall() {
        Surface ball = Isosurface.of(
                Field.ball(Vec3.at(0.1, 0.2, 0.3), 0.5), Vec3.at(-0.5, -0.4, -0.3), Vec3.at(0.7, 0.8, 0.9), 0.05);
        assertThat(euler(ball)).isEqualTo(2);
        assertThat(ball.points()).allMatch(p -> Math.abs(p.distance(Vec3.at(0.1, 0.2, 0.3)) - 0.5) < 1e-4);
        assertThat(volume(ball)).isCloseTo(Math.PI / 6, within(0.005));
    }

    @Test
    void staysSimpleWhereTwoSheetsNearlyTouch() {
        Field pair = p -> Math.min(
                Field.ball(Vec3.at(-0.26, -0.26, 0), 0.36).at(p),
                Field.ball(Vec3.at(0.26, 0.26, 0), 0.36).at(p));
        for (double cell : new double[] {0.05, 0.07, 0.09, 0.11, 0.13}) {
            Surface balls = Isosurface.of(pair, Vec3.at(-0.7, -0.7, -0.4), Vec3.at(0.7, 0.7, 0.4), cell);
            assertThat(euler(balls)).as("cell %s", cell).isIn(2, 4);
        }
    }

    @Test
    void refusesABoxThatCutsTheSolid() {
        assertThatThrownBy(() -> Isosurface.of(Field.ball(Vec3.ORIGIN, 1), Vec3.at(-1, -1, -1), Vec3.at(0, 1, 1), 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds all of the solid");
    }

    @Test
    void subdividesACubeTowardsItsLimit() {
        Surface cube = RoundedBox.of(1, 1, 1, 0);
        Surface round = Subdivision.of(cube, 3);
        assertThat(euler(round)).isEqualTo(2);
        assertThat(round.faces()).hasSize(6 * 64);
        assertThat(volume(round)).isBetween(0.3, 0.4);
        assertThat(round.points()).allMatch(p -> p.length() < 0.66);
    }

    @Test
    void cutsAPolygonIntoTrianglesThatCoverIt() {
        List<Vec3> star =
                List.of(Vec3.at(0, 0, 0), Vec3.at(2, 0, 0), Vec3.at(2, 2, 0), Vec3.at(1, 0.5, 0), Vec3.at(0, 2, 0));
        double area = 0;
        for (int[] t : Triangulation.of(star)) {
            Vec3 cross =
                    star.get(t[1]).minus(star.get(t[0])).cross(star.get(t[2]).minus(star.get(t[0])));
            assertThat(cross.z()).isPositive();
            area += cross.z() / 2;
        }
        assertThat(area).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void keepsACubesEdgesSharpAndABallSmooth() {
        Surface cube = RoundedBox.of(1, 1, 1, 0);
        Vec3[][] sharp = CornerNormals.of(cube, 40);
        for (int f = 0; f < sharp.length; f++) {
            for (Vec3 normal : sharp[f]) {
                assertThat(normal.dot(cube.normal(cube.faces().get(f)))).isCloseTo(1, within(1e-12));
            }
        }
        Surface ball =
                Isosurface.of(Field.ball(Vec3.ORIGIN, 0.5), Vec3.at(-0.5, -0.5, -0.5), Vec3.at(0.5, 0.5, 0.5), 0.06);
        Vec3[][] smooth = CornerNormals.of(ball, 40);
        for (int f = 0; f < smooth.length; f++) {
            for (int i = 0; i < smooth[f].length; i++) {
                Vec3 at = ball.points().get(ball.faces().get(f).points()[i]);
                assertThat(smooth[f][i].dot(at.normalized())).isGreaterThan(0.99);
            }
        }
    }
}
