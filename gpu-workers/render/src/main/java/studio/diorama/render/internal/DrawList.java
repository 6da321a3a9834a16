package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import studio.diorama.geometry.Bounds;
import studio.diorama.geometry.Mesh;
import studio.diorama.render.Camera;
import studio.diorama.render.Instance;
import studio.diorama.render.InstancePart;
import studio.diorama.render.RenderScene;

/// All draws of a frame on the device, sorted by [DrawGroup], and the commands that draw them in few calls.
final class DrawList implements AutoCloseable {

    private static final int DRAW_BYTES = 17 * Records.VEC4_BYTES;
    private static final int COMMAND_BYTES = 20;
    private static final int STEPS = 3;

    private final Staging staging;
    private final GlBuffer draws = new GlBuffer(1 << 12);
    private final GlBuffer commands = new GlBuffer(1 << 12);
    private final GlBuffer numbers = new GlBuffer(1 << 12);
    private final GlBuffer materials = new GlBuffer(1 << 12);
    private final int vertexArray = glCreateVertexArrays();
    private List<DrawEntry> entries = List.of();
    private final int[] groupStarts = new int[DrawGroup.COUNT + 1];

    DrawList(Staging staging) {
        this.staging = staging;
        for (int attribute = 0; attribute < 4; attribute++) {
            glEnableVertexArrayAttrib(vertexArray, attribute);
        }
        glVertexArrayAttribFormat(vertexArray, 0, 3, GL_FLOAT, false, 0);
        glVertexArrayAttribFormat(vertexArray, 2, 1, GL_FLOAT, false, 12);
        glVertexArrayAttribFormat(vertexArray, 3, 1, GL_FLOAT, false, 28);
        glVertexArrayAttribIFormat(vertexArray, 1, 1, GL_UNSIGNED_INT, 0);
        glVertexArrayAttribBinding(vertexArray, 0, 0);
        glVertexArrayAttribBinding(vertexArray, 2, 0);
        glVertexArrayAttribBinding(vertexArray, 3, 0);
        glVertexArrayAttribBinding(vertexArray, 1, 1);
        glVertexArrayBindingDivisor(vertexArray, 1, 1);
    }

    /// Uploads whatever of the scene is not there yet.
    void prepare(RenderScene scene, Camera camera, GeometryStore geometry, TexelStore texels) {
        MaterialTable table = new MaterialTable();
        List<DrawEntry> all = new ArrayList<>();
        for (Instance instance : scene.instances()) {
            Bounds box = Bounds.EMPTY;
            for (InstancePart part : instance.parts()) {
                box = box.union(part.mesh().bounds().transformed(part.rest()));
            }
            for (InstancePart part : instance.parts()) {
                if (part.mesh().triangleCount() > 0) {
                    all.add(entry(instance, part, box, table, geometry));
                }
            }
        }
        all.sort(Comparator.comparingInt(entry -> entry.group().number()));
        entries = all;
        int at = 0;
        for (int group = 0; group < DrawGroup.COUNT; group++) {
            groupStarts[group] = at;
            while (at < all.size() && all.get(at).group().number() == group) {
                at++;
            }
        }
        groupStarts[DrawGroup.COUNT] = at;
        table.upload(materials, texels, staging);
        writeDraws(camera);
        writeCommands();
        glVertexArrayVertexBuffer(vertexArray, 0, geometry.vertexBuffer(), 0, GeometryStore.VERTEX_BYTES);
        glVertexArrayVertexBuffer(vertexArray, 1, numbers.name(), 0, 4);
        glVertexArrayElementBuffer(vertexArray, geometry.indexBuffer());
    }

    private static DrawEntry entry(
            Instance instance, InstancePart part, Bounds box, MaterialTable table, GeometryStore geometry) {
        MeshSlot slot = geometry.find(part.mesh());
        int now = slot.firstVertex();
        int before = now;
        int after = now;
        if (part.bent().isPresent()) {
            now = geometry.borrow(dressed(part.bent().get().now(), part.mesh()));
            before = geometry.borrow(part.bent().get().before());
            after = geometry.borrow(part.bent().get().after());
        }
        return new DrawEntry(instance, part, slot, now, before, after, table.number(part.material()), box);
    }

    // Colours and texture coordinates may have been left out of a bent mesh, for they do not bend.
    private static Mesh dressed(Mesh bent, Mesh rest) {
        if (bent.texcoords().isPresent() == rest.texcoords().isPresent()
                && bent.colours().isPresent() == rest.colours().isPresent()) {
            return bent;
        }
        return bent.toBuilder()
                .texcoords(rest.texcoords().orElse(null))
                .colours(rest.colours().orElse(null))
                .build();
    }

    private void writeDraws(Camera camera) {
        Matrix4dc now = camera.pose().now().invertAffine(new Matrix4d());
        Matrix4dc before = camera.pose().before().invertAffine(new Matrix4d());
        Matrix4dc after = camera.pose().after().invertAffine(new Matrix4d());
        ByteBuffer bytes = staging.of((long) Math.max(1, entries.size()) * DRAW_BYTES);
        for (DrawEntry entry : entries) {
            Records.rows(bytes, entry.viewNow(now));
            Records.rows(bytes, entry.viewBefore(before));
            Records.rows(bytes, entry.viewAfter(after));
            Records.rows(bytes, entry.part().rest());
            Records.ivec4(bytes, entry.instance().id(), entry.instance().classId(), entry.material(), entry.flags());
            Records.ivec4(
                    bytes,
                    entry.firstNow(),
                    entry.firstBefore(),
                    entry.firstAfter(),
                    entry.slot().firstVertex());
            Records.ivec4(
                    bytes,
                    entry.slot().firstTriangle(),
                    entry.slot().triangleCount(),
                    entry.labelInstance(),
                    entry.labelClass());
            Vector3dc least =
                    entry.box().isEmpty() ? new Vector3d() : entry.box().min();
            Records.vec4(bytes, least, 0);
            Records.vec4(bytes, entry.boxScale(0), entry.boxScale(1), entry.boxScale(2), 0);
        }
        draws.replace(bytes.flip());
        ByteBuffer counting = staging.of(entries.size() * 4L);
        for (int i = 0; i < entries.size(); i++) {
            counting.putInt(i);
        }
        numbers.replace(counting.flip());
    }

    private void writeCommands() {
        ByteBuffer bytes = staging.of((long) STEPS * entries.size() * COMMAND_BYTES);
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < entries.size(); i++) {
                DrawEntry entry = entries.get(i);
                int first = step == 0 ? entry.firstNow() : step == 1 ? entry.firstBefore() : entry.firstAfter();
                bytes.putInt(entry.slot().triangleCount() * 3)
                        .putInt(1)
                        .putInt(entry.slot().firstTriangle() * 3)
                        .putInt(first)
                        .putInt(i);
            }
        }
        commands.replace(bytes.flip());
    }

    /// Binds what shaders need to know of draws and materials.
    void bind() {
        draws.bindStorage(0);
        materials.bindStorage(1);
        glBindVertexArray(vertexArray);
        glBindBuffer(GL_DRAW_INDIRECT_BUFFER, commands.name());
    }

    /// Draws the groups that are wanted: solid ones with one program, those that ask alpha with the other.
    ///
    /// @param step 0 at t, 1 at t-1, 2 at t+1
    /// @param cull whether sides that are not seen are left out
    void draw(Predicate<DrawGroup> wanted, GlProgram solid, GlProgram holes, int step, boolean cull) {
        for (int number = 0; number < DrawGroup.COUNT; number++) {
            DrawGroup group = DrawGroup.of(number);
            int count = groupStarts[number + 1] - groupStarts[number];
            if (count == 0 || !wanted.test(group)) {
                continue;
            }
            face(group, cull);
            (group.mode() == 0 ? solid : holes).use();
            long offset = ((long) step * entries.size() + groupStarts[number]) * COMMAND_BYTES;
            glMultiDrawElementsIndirect(GL_TRIANGLES, GL_UNSIGNED_INT, offset, count, 0);
        }
        glDisable(GL_CULL_FACE);
    }

    /// Draws one entry with the program in use.
    void drawOne(int index, boolean cull) {
        DrawEntry entry = entries.get(index);
        face(entry.group(), cull);
        glDrawElementsInstancedBaseVertexBaseInstance(
                GL_TRIANGLES,
                entry.slot().triangleCount() * 3,
                GL_UNSIGNED_INT,
                entry.slot().firstTriangle() * 12L,
                1,
                entry.firstNow(),
                index);
    }

    // Rows run downwards, so what runs counter-clockwise in space runs clockwise on the picture.
    private static void face(DrawGroup group, boolean cull) {
        if (!cull || group.facing() == DrawGroup.Facing.BOTH) {
            glDisable(GL_CULL_FACE);
            return;
        }
        glEnable(GL_CULL_FACE);
        glCullFace(GL_BACK);
        glFrontFace(group.facing() == DrawGroup.Facing.FRONT ? GL_CW : GL_CCW);
    }

    List<DrawEntry> entries() {
        return entries;
    }

    boolean has(Predicate<DrawGroup> wanted) {
        for (int number = 0; number < DrawGroup.COUNT; number++) {
            if (groupStarts[number + 1] > groupStarts[number] && wanted.test(DrawGroup.of(number))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        draws.close();
        commands.close();
        numbers.close();
        materials.close();
        glDeleteVertexArrays(vertexArray);
    }
}
