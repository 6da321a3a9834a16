package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector2d;
import org.joml.Vector3d;
import org.lwjgl.system.MemoryUtil;
import studio.diorama.render.Camera;
import studio.diorama.render.LabelMode;
import studio.diorama.render.RenderOptions;

/// Draws each labelled object as if it stood alone, 32 at a time: each has a bit of its own in an integer picture three
/// times as wide and high, and no depth test lets one hide another.
///
/// Under a lens that bends, the larger picture is straight, and the pixels of this picture look up the sample nearest
/// to
/// their ray.
final class AmodalPass implements AutoCloseable {

    private static final int OBJECTS_AT_ONCE = 32;

    private final GlProgram solid = GlProgram.raster("visibility.vert", "amodal.frag");
    private final GlProgram holes = GlProgram.raster("visibility.vert", "amodal.frag", "HOLES");
    private final int frame = glCreateFramebuffers();
    private int texture;
    private int width;
    private int height;
    private ByteBuffer pixels = MemoryUtil.memAlloc(1 << 16);

    /// By instance id. Pixels that an object visibly owns are part of its mask even where rounding says otherwise.
    Map<Integer, AmodalMask> draw(DrawList draws, Camera camera, RenderOptions options, int[] visible) {
        Canvas canvas = Canvas.threefold(camera);
        Map<Integer, List<Integer>> objects = new LinkedHashMap<>();
        for (int i = 0; i < draws.entries().size(); i++) {
            DrawEntry entry = draws.entries().get(i);
            if (entry.instance().labels() == LabelMode.SURFACE) {
                objects.computeIfAbsent(entry.instance().id(), _ -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<Integer, AmodalMask> masks = new LinkedHashMap<>();
        List<Integer> ids = new ArrayList<>(objects.keySet());
        for (int from = 0; from < ids.size(); from += OBJECTS_AT_ONCE) {
            List<Integer> some = ids.subList(from, Math.min(ids.size(), from + OBJECTS_AT_ONCE));
            int[] area = area(draws, camera, canvas, some, objects);
            if (area != null) {
                drawBits(draws, canvas, some, objects, area);
            }
            AmodalMask[] batch = new AmodalMask[some.size()];
            int[] bitOf = new int[65_536];
            for (int k = 0; k < batch.length; k++) {
                batch[k] = new AmodalMask(options.amodalMasks());
                masks.put(some.get(k), batch[k]);
                bitOf[some.get(k)] = 1 << k;
            }
            int[] rectangle = area == null ? new int[] {camera.width(), camera.height(), 0, 0} : area;
            IntBuffer words =
                    area == null ? null : pixels.order(ByteOrder.nativeOrder()).asIntBuffer();
            new AmodalScan(camera, words, rectangle, bitOf, batch, visible).scan();
        }
        return masks;
    }

    /// The part of the canvas that can be touched: x, y, width, height; null if none can.
    private static int[] area(
            DrawList draws, Camera camera, Canvas canvas, List<Integer> ids, Map<Integer, List<Integer>> objects) {
        Matrix4dc cameraFromWorld = camera.pose().now().invertAffine(new Matrix4d());
        Vector2d least = new Vector2d(Double.MAX_VALUE);
        Vector2d most = new Vector2d(-Double.MAX_VALUE);
        for (int id : ids) {
            for (int index : objects.get(id)) {
                DrawEntry entry = draws.entries().get(index);
                Matrix4d view = entry.viewNow(cameraFromWorld);
                boolean before = false;
                boolean behind = false;
                for (Vector3d corner : entry.meshNow().bounds().corners()) {
                    view.transformPosition(corner);
                    boolean isBefore = -corner.z > camera.nearMetres();
                    before |= isBefore;
                    behind |= !isBefore;
                    if (isBefore) {
                        Vector2d place = new Vector2d(
                                corner.x / -corner.z * canvas.scaleX() + canvas.shiftX(),
                                corner.y / corner.z * canvas.scaleY() + canvas.shiftY());
                        least.min(place);
                        most.max(place);
                    }
                }
                if (before && behind) {
                    return new int[] {0, 0, canvas.width(), canvas.height()};
                }
            }
        }
        int x = (int) Math.clamp(Math.floor(least.x) - 1, 0, canvas.width());
        int y = (int) Math.clamp(Math.floor(least.y) - 1, 0, canvas.height());
        int right = (int) Math.clamp(Math.ceil(most.x) + 1, 0, canvas.width());
        int bottom = (int) Math.clamp(Math.ceil(most.y) + 1, 0, canvas.height());
        return right <= x || bottom <= y ? null : new int[] {x, y, right - x, bottom - y};
    }

    private void drawBits(
            DrawList draws, Canvas canvas, List<Integer> ids, Map<Integer, List<Integer>> objects, int[] area) {
        ensure(canvas);
        VisibilityPass.place(solid, canvas, 0, SubFrame.CENTRE);
        VisibilityPass.place(holes, canvas, 0, SubFrame.CENTRE);
        glBindFramebuffer(GL_FRAMEBUFFER, frame);
        glViewport(0, 0, width, height);
        glEnable(GL_SCISSOR_TEST);
        glScissor(area[0], area[1], area[2], area[3]);
        glClearNamedFramebufferuiv(frame, GL_COLOR, 0, new int[] {0, 0, 0, 0});
        glDisable(GL_DEPTH_TEST);
        glEnable(GL_COLOR_LOGIC_OP);
        glLogicOp(GL_OR);
        for (int k = 0; k < ids.size(); k++) {
            for (int index : objects.get(ids.get(k))) {
                boolean isSolid = draws.entries().get(index).group().mode() == 0;
                GlProgram program = isSolid ? solid : holes;
                program.setUnsigned("bit", 1 << k);
                program.use();
                draws.drawOne(index, true);
            }
        }
        glDisable(GL_CULL_FACE);
        glDisable(GL_COLOR_LOGIC_OP);
        glDisable(GL_SCISSOR_TEST);
        long bytes = 4L * area[2] * area[3];
        if (pixels.capacity() < bytes) {
            MemoryUtil.memFree(pixels);
            pixels = MemoryUtil.memAlloc(Math.toIntExact(bytes));
        }
        pixels.clear();
        glPixelStorei(GL_PACK_ALIGNMENT, 4);
        glReadPixels(area[0], area[1], area[2], area[3], GL_RED_INTEGER, GL_UNSIGNED_INT, pixels);
    }

    private void ensure(Canvas canvas) {
        if (canvas.width() == width && canvas.height() == height) {
            return;
        }
        glDeleteTextures(texture);
        GlErrors.clear();
        width = canvas.width();
        height = canvas.height();
        texture = VisibilityTarget.texture(GL_R32UI, width, height);
        GlErrors.requireMemory("amodal masks", 4L * width * height);
        glNamedFramebufferTexture(frame, GL_COLOR_ATTACHMENT0, texture, 0);
    }

    @Override
    public void close() {
        solid.close();
        holes.close();
        glDeleteFramebuffers(frame);
        glDeleteTextures(texture);
        MemoryUtil.memFree(pixels);
    }
}
