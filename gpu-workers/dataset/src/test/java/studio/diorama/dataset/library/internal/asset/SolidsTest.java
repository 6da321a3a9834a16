package studio.diorama.dataset.library.internal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.diorama.dataset.library.BuiltinAssets;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec3;

/// Every solid of every recipe is one closed, well-oriented sheet with something inside.
class SolidsTest {

    static List<String> names() {
        return BuiltinAssets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void closesEverySolidAndTurnsItsFacesOutwards(String name) {
        for (long variant = 0; variant < 2; variant++) {
            Blueprint plan = Recipes.ALL.get(name).draw(new Variant(name, variant));
            for (int i = 0; i < plan.solids().size(); i++) {
                Blueprint.Solid solid = plan.solids().get(i);
                if (solid.closed()) {
                    check("%s %d, solid %d".formatted(name, variant, i), solid.surface());
                }
            }
        }
    }

    private static void check(String what, Surface surface) {
        Map<Long, Integer> edges = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Surface.Face face : surface.faces()) {
            int[] corners = face.points();
            for (int i = 0; i < corners.length; i++) {
                used.add(corners[i]);
                edges.merge(key(corners[i], corners[(i + 1) % corners.length]), 1, Integer::sum);
            }
        }
        long shared = edges.values().stream().filter(count -> count > 1).count();
        assertThat(shared).as(what + ": directed edges of two faces").isZero();
        long open = edges.keySet().stream()
                .filter(edge -> !edges.containsKey(edge << 32 | edge >>> 32))
                .count();
        assertThat(open).as(what + ": edges without a face on the other side").isZero();
        int euler = used.size() - edges.size() / 2 + surface.faces().size();
        // A ball has 2; a torus, a frame or a band around a bottle 0.
        assertThat(euler).as(what + ": Euler characteristic").isIn(0, 2);
        assertThat(volume(surface)).as(what + ": volume").isGreaterThan(1e-10);
    }

    private static long key(int from, int to) {
        return (long) from << 32 | to;
    }

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
}
