package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class PolygonTest {

    @Test
    void convexPolygonsBecomeFans() {
        List<Vector3d> square =
                List.of(new Vector3d(0, 0, 0), new Vector3d(1, 0, 0), new Vector3d(1, 1, 0), new Vector3d(0, 1, 0));
        assertThat(Polygon.triangles(square)).containsExactly(0, 1, 2, 0, 2, 3);
    }

    @Test
    void hollowPolygonsKeepTheirArea() {
        // An arrow head: its inner corner lies between the tips, and a fan about the first corner would leave it.
        List<Vector3d> arrow =
                List.of(new Vector3d(-2, 0, 0), new Vector3d(0, 1, 0), new Vector3d(2, 0, 0), new Vector3d(0, 4, 0));
        List<Vector3d> letter = List.of(
                new Vector3d(0, 0, 1),
                new Vector3d(3, 0, 1),
                new Vector3d(3, 1, 1),
                new Vector3d(1, 1, 1),
                new Vector3d(1, 2, 1),
                new Vector3d(3, 2, 1),
                new Vector3d(3, 3, 1),
                new Vector3d(0, 3, 1));
        assertThat(area(arrow)).isCloseTo(6, within(1e-12));
        assertThat(area(letter)).isCloseTo(7, within(1e-12));
    }

    /// The sum of the triangles' areas; above the polygon's own if one of them is turned over.
    private static double area(List<Vector3d> corners) {
        int[] triangles = Polygon.triangles(corners);
        double area = 0;
        for (int i = 0; i < triangles.length; i += 3) {
            Vector3d a = corners.get(triangles[i]);
            Vector3d u = corners.get(triangles[i + 1]).sub(a, new Vector3d());
            Vector3d v = corners.get(triangles[i + 2]).sub(a, new Vector3d());
            assertThat(u.cross(v, new Vector3d()).z).isGreaterThanOrEqualTo(0);
            area += u.cross(v).length() / 2;
        }
        return area;
    }
}
