package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.diorama.geometry.Mesh;

/// All meshes on the device, in four long lines: vertices (8 floats: position, u, normal, v), their colours, indices,
/// and one packed normal a triangle.
///
/// A mesh is uploaded once and found again by its identity. When a line is full, the meshes that were not used for
/// longest make room; it grows only if what one frame needs does not fit.
final class GeometryStore implements AutoCloseable {

    static final int VERTEX_BYTES = 32;
    private static final int COLOUR_BYTES = 8;
    private static final int INDEX_BYTES = 4;
    private static final int FIRST_VERTICES = 1 << 18;
    private static final int FIRST_TRIANGLES = 1 << 19;

    private final Staging staging;
    private final GlBuffer vertices = new GlBuffer((long) FIRST_VERTICES * VERTEX_BYTES);
    private final GlBuffer colours = new GlBuffer((long) FIRST_VERTICES * COLOUR_BYTES);
    private final GlBuffer indices = new GlBuffer((long) FIRST_TRIANGLES * 3 * INDEX_BYTES);
    private final GlBuffer faces = new GlBuffer((long) FIRST_TRIANGLES * INDEX_BYTES);
    private final RangeAllocator vertexRanges = new RangeAllocator(FIRST_VERTICES);
    private final RangeAllocator triangleRanges = new RangeAllocator(FIRST_TRIANGLES);
    private final int[] views = new int[4];
    // In order of use: the first entry is the one not used for longest. Mesh has no equals, so keys are identities.
    private final Map<Mesh, Entry> meshes = new LinkedHashMap<>(16, 0.75f, true);
    private final List<MeshSlot> borrowed = new ArrayList<>();
    private long frame;

    private static final class Entry {
        private final MeshSlot slot;
        private long lastFrame;

        private Entry(MeshSlot slot) {
            this.slot = slot;
        }
    }

    GeometryStore(Staging staging) {
        this.staging = staging;
        glCreateTextures(GL_TEXTURE_BUFFER, views);
        attachViews();
    }

    /// Takes back what [#borrow] gave for the frame before.
    void beginFrame() {
        frame++;
        borrowed.forEach(slot -> vertexRanges.give(slot.firstVertex(), slot.vertexCount()));
        borrowed.clear();
    }

    /// Where a mesh lies; uploads it if it is new.
    MeshSlot find(Mesh mesh) {
        Entry entry = meshes.get(mesh);
        if (entry == null) {
            entry = new Entry(upload(mesh));
            meshes.put(mesh, entry);
        }
        entry.lastFrame = frame;
        return entry.slot;
    }

    /// Puts vertices there for this frame alone, and returns the place of the first.
    int borrow(Mesh mesh) {
        int first = takeVertices(mesh.vertexCount());
        writeVertices(mesh, first);
        borrowed.add(new MeshSlot(first, mesh.vertexCount(), 0, 0));
        return first;
    }

    /// Binds the lines as texture buffers to units 0..3: vertices, colours, indices, faces.
    void bind() {
        for (int unit = 0; unit < views.length; unit++) {
            glBindTextureUnit(unit, views[unit]);
        }
    }

    int vertexBuffer() {
        return vertices.name();
    }

    int indexBuffer() {
        return indices.name();
    }

    private MeshSlot upload(Mesh mesh) {
        int firstVertex = takeVertices(mesh.vertexCount());
        int firstTriangle = takeTriangles(mesh.triangleCount());
        writeVertices(mesh, firstVertex);
        ByteBuffer bytes = staging.of((long) mesh.triangles().length * INDEX_BYTES);
        bytes.asIntBuffer().put(mesh.triangles());
        indices.write((long) firstTriangle * 3 * INDEX_BYTES, bytes.limit(mesh.triangles().length * INDEX_BYTES));
        ByteBuffer normals = staging.of((long) mesh.triangleCount() * INDEX_BYTES);
        FaceNormals.pack(mesh, normals);
        faces.write((long) firstTriangle * INDEX_BYTES, normals.flip());
        return new MeshSlot(firstVertex, mesh.vertexCount(), firstTriangle, mesh.triangleCount());
    }

    private void writeVertices(Mesh mesh, int first) {
        int count = mesh.vertexCount();
        float[] positions = mesh.positions();
        float[] normals = mesh.normals().orElse(null);
        float[] uv = mesh.texcoords().orElse(null);
        ByteBuffer bytes = staging.of((long) count * VERTEX_BYTES);
        for (int v = 0; v < count; v++) {
            bytes.putFloat(positions[v * 3]).putFloat(positions[v * 3 + 1]).putFloat(positions[v * 3 + 2]);
            bytes.putFloat(uv == null ? 0 : uv[v * 2]);
            // A vertex without a normal has the length 0, which makes the shaders take the triangle's.
            bytes.putFloat(normals == null ? 0 : normals[v * 3]);
            bytes.putFloat(normals == null ? 0 : normals[v * 3 + 1]);
            bytes.putFloat(normals == null ? 0 : normals[v * 3 + 2]);
            bytes.putFloat(uv == null ? 0 : uv[v * 2 + 1]);
        }
        vertices.write((long) first * VERTEX_BYTES, bytes.flip());
        Optional<float[]> tints = mesh.colours();
        if (tints.isPresent()) {
            ByteBuffer shorts = staging.of((long) count * COLOUR_BYTES);
            for (float value : tints.get()) {
                shorts.putShort((short) Math.round(Math.clamp(value, 0f, 1f) * 65_535));
            }
            colours.write((long) first * COLOUR_BYTES, shorts.flip());
        }
    }

    private int takeVertices(int count) {
        int first = vertexRanges.take(count);
        while (first == RangeAllocator.FULL && evictOldest()) {
            first = vertexRanges.take(count);
        }
        if (first == RangeAllocator.FULL) {
            int capacity = larger(vertexRanges.capacity(), count);
            vertices.grow((long) capacity * VERTEX_BYTES);
            colours.grow((long) capacity * COLOUR_BYTES);
            vertexRanges.grow(capacity);
            attachViews();
            first = vertexRanges.take(count);
        }
        return first;
    }

    private int takeTriangles(int count) {
        int first = triangleRanges.take(count);
        while (first == RangeAllocator.FULL && evictOldest()) {
            first = triangleRanges.take(count);
        }
        if (first == RangeAllocator.FULL) {
            int capacity = larger(triangleRanges.capacity(), count);
            indices.grow((long) capacity * 3 * INDEX_BYTES);
            faces.grow((long) capacity * INDEX_BYTES);
            triangleRanges.grow(capacity);
            attachViews();
            first = triangleRanges.take(count);
        }
        return first;
    }

    private static int larger(int capacity, int more) {
        return Math.toIntExact(Math.max(2L * capacity, (long) capacity + more));
    }

    private boolean evictOldest() {
        Iterator<Entry> oldest = meshes.values().iterator();
        if (!oldest.hasNext()) {
            return false;
        }
        Entry entry = oldest.next();
        if (entry.lastFrame == frame) {
            return false;
        }
        oldest.remove();
        vertexRanges.give(entry.slot.firstVertex(), entry.slot.vertexCount());
        triangleRanges.give(entry.slot.firstTriangle(), entry.slot.triangleCount());
        return true;
    }

    private void attachViews() {
        glTextureBuffer(views[0], GL_RGBA32F, vertices.name());
        glTextureBuffer(views[1], GL_RGBA16, colours.name());
        glTextureBuffer(views[2], GL_R32UI, indices.name());
        glTextureBuffer(views[3], GL_R32UI, faces.name());
    }

    @Override
    public void close() {
        glDeleteTextures(views);
        vertices.close();
        colours.close();
        indices.close();
        faces.close();
    }
}
