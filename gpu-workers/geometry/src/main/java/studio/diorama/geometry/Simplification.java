package studio.diorama.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/// Takes triangles away where they are missed least, by collapsing edges in the order of their quadric error
/// (Garland and Heckbert, 1997).
///
/// An edge is kept where its collapse would turn a triangle over or pinch the surface, so that a closed surface
/// stays closed and keeps its holes. Rims are held by planes that stand on them.
public final class Simplification {

    /// How much firmer a rim is held than the surface.
    private static final double RIM_WEIGHT = 100;

    private final Vector3d[] points;
    private final Quadric[] quadrics;
    private final List<List<Integer>> facesOf = new ArrayList<>();
    private final int[] faces;
    private final boolean[] gone;
    private final int[] versions;
    private final PriorityQueue<Collapse> queue = new PriorityQueue<>(Comparator.comparingDouble(Collapse::cost)
            .thenComparingInt(Collapse::kept)
            .thenComparingInt(Collapse::lost));
    private int count;

    /// A collapse as it was reckoned: void once one of its ends has changed since.
    private record Collapse(double cost, int kept, int lost, int keptVersion, int lostVersion, Vector3dc place) {}

    private Simplification(Mesh mesh) {
        points = new Vector3d[mesh.vertexCount()];
        quadrics = new Quadric[points.length];
        versions = new int[points.length];
        for (int v = 0; v < points.length; v++) {
            points[v] = new Vector3d(mesh.positions()[v * 3], mesh.positions()[v * 3 + 1], mesh.positions()[v * 3 + 2]);
            quadrics[v] = new Quadric();
            facesOf.add(new ArrayList<>());
        }
        faces = mesh.triangles().clone();
        count = mesh.triangleCount();
        gone = new boolean[count];
        for (int f = 0; f < count; f++) {
            for (int k = 0; k < 3; k++) {
                facesOf.get(faces[f * 3 + k]).add(f);
            }
        }
    }

    /// The mesh with at most `triangles` triangles, or as few as its shape allows; positions only, vertices in the
    /// same place joined.
    public static Mesh to(Mesh mesh, int triangles) {
        Simplification simplification = new Simplification(Weld.positions(mesh));
        simplification.addQuadrics();
        simplification.addAllEdges();
        simplification.run(Math.max(0, triangles));
        return simplification.result();
    }

    private void addQuadrics() {
        for (int f = 0; f < gone.length; f++) {
            Vector3d normal = normal(f, -1, null);
            double length = normal.length();
            if (length == 0) {
                continue;
            }
            normal.div(length);
            for (int k = 0; k < 3; k++) {
                quadrics[faces[f * 3 + k]].addPlane(normal, points[faces[f * 3]], length / 2);
                int a = faces[f * 3 + k];
                int b = faces[f * 3 + (k + 1) % 3];
                if (shared(a, b) == 1) {
                    addRim(a, b, normal);
                }
            }
        }
    }

    private void addRim(int a, int b, Vector3d faceNormal) {
        Vector3d edge = points[b].sub(points[a], new Vector3d());
        double square = edge.lengthSquared();
        Vector3d upright = edge.cross(faceNormal, new Vector3d());
        if (upright.lengthSquared() > 0) {
            upright.normalize();
            quadrics[a].addPlane(upright, points[a], RIM_WEIGHT * square);
            quadrics[b].addPlane(upright, points[a], RIM_WEIGHT * square);
        }
    }

    private void addAllEdges() {
        for (int v = 0; v < points.length; v++) {
            for (int other : neighbours(v)) {
                if (other > v) {
                    push(v, other);
                }
            }
        }
    }

    private void push(int a, int b) {
        Quadric sum = new Quadric();
        sum.add(quadrics[a]);
        sum.add(quadrics[b]);
        Vector3d place = new Vector3d();
        double reach = points[a].distance(points[b]) * 2;
        Vector3d middle = points[a].add(points[b], new Vector3d()).mul(0.5);
        if (!sum.least(place) || place.distance(middle) > reach) {
            place.set(middle);
            for (Vector3d end : List.of(points[a], points[b])) {
                if (sum.at(end) < sum.at(place)) {
                    place.set(end);
                }
            }
        }
        queue.add(new Collapse(
                sum.at(place),
                Math.min(a, b),
                Math.max(a, b),
                versions[Math.min(a, b)],
                versions[Math.max(a, b)],
                place));
    }

    private void run(int target) {
        while (count > target && !queue.isEmpty()) {
            Collapse next = queue.remove();
            boolean current = versions[next.kept] == next.keptVersion && versions[next.lost] == next.lostVersion;
            if (current && isSound(next)) {
                collapse(next);
            }
        }
    }

    /// Whether the surface stays a surface (the link condition of Dey et al., 1999) and no triangle turns over.
    private boolean isSound(Collapse next) {
        Set<Integer> common = neighbours(next.kept);
        Set<Integer> others = neighbours(next.lost);
        boolean rims = isRim(next.kept) && isRim(next.lost);
        int between = shared(next.kept, next.lost);
        common.retainAll(others);
        if (between == 0 || between > 2 || common.size() != between || (rims && between == 2)) {
            return false;
        }
        // A tetrahedron has no edge to spare.
        if (between == 2
                && facesOf.get(next.kept).size() + facesOf.get(next.lost).size() <= 6) {
            return false;
        }
        return keepsSides(next.kept, next.lost, next.place) && keepsSides(next.lost, next.kept, next.place);
    }

    private boolean keepsSides(int moved, int other, Vector3dc place) {
        for (int f : facesOf.get(moved)) {
            if (has(f, other)) {
                continue;
            }
            Vector3d before = normal(f, -1, null);
            Vector3d after = normal(f, moved, place);
            if (before.dot(after) <= 0.2 * before.length() * after.length()) {
                return false;
            }
        }
        return true;
    }

    private void collapse(Collapse next) {
        points[next.kept].set(next.place);
        quadrics[next.kept].add(quadrics[next.lost]);
        versions[next.kept]++;
        versions[next.lost]++;
        for (int f : facesOf.get(next.lost)) {
            if (has(f, next.kept)) {
                gone[f] = true;
                count--;
                for (int k = 0; k < 3; k++) {
                    int vertex = faces[f * 3 + k];
                    if (vertex != next.lost) {
                        facesOf.get(vertex).remove(Integer.valueOf(f));
                    }
                }
            } else {
                for (int k = 0; k < 3; k++) {
                    faces[f * 3 + k] = faces[f * 3 + k] == next.lost ? next.kept : faces[f * 3 + k];
                }
                facesOf.get(next.kept).add(f);
            }
        }
        facesOf.get(next.lost).clear();
        for (int neighbour : neighbours(next.kept)) {
            push(next.kept, neighbour);
        }
    }

    private Set<Integer> neighbours(int vertex) {
        Set<Integer> result = new HashSet<>();
        for (int f : facesOf.get(vertex)) {
            for (int k = 0; k < 3; k++) {
                result.add(faces[f * 3 + k]);
            }
        }
        result.remove(vertex);
        return result;
    }

    private boolean isRim(int vertex) {
        return neighbours(vertex).stream().anyMatch(other -> shared(vertex, other) == 1);
    }

    /// Triangles on an edge.
    private int shared(int a, int b) {
        int shared = 0;
        for (int f : facesOf.get(a)) {
            shared += has(f, b) ? 1 : 0;
        }
        return shared;
    }

    private boolean has(int face, int vertex) {
        return faces[face * 3] == vertex || faces[face * 3 + 1] == vertex || faces[face * 3 + 2] == vertex;
    }

    /// Twice the area long; with one vertex elsewhere, if `moved` is not -1.
    private Vector3d normal(int face, int moved, Vector3dc place) {
        Vector3dc a = faces[face * 3] == moved ? place : points[faces[face * 3]];
        Vector3dc b = faces[face * 3 + 1] == moved ? place : points[faces[face * 3 + 1]];
        Vector3dc c = faces[face * 3 + 2] == moved ? place : points[faces[face * 3 + 2]];
        return b.sub(a, new Vector3d()).cross(c.sub(a, new Vector3d()));
    }

    private Mesh result() {
        float[] positions = new float[points.length * 3];
        for (int v = 0; v < points.length; v++) {
            positions[v * 3] = (float) points[v].x;
            positions[v * 3 + 1] = (float) points[v].y;
            positions[v * 3 + 2] = (float) points[v].z;
        }
        int[] triangles = new int[count * 3];
        int at = 0;
        for (int f = 0; f < gone.length; f++) {
            if (!gone[f]) {
                System.arraycopy(faces, f * 3, triangles, at, 3);
                at += 3;
            }
        }
        return Meshes.compacted(Mesh.of(positions, Arrays.copyOf(triangles, at)));
    }
}
