package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.diorama.render.Camera;
import studio.diorama.render.RenderOptions;

/// Light of each pixel, summed over the lens' and shutter's sub-frames.
final class ColourPass implements AutoCloseable {

    private final ProgramStore programs;
    private final VisibilityTarget own = new VisibilityTarget();
    private final VisibilityTarget firstVeil = new VisibilityTarget();
    private final VisibilityTarget secondVeil = new VisibilityTarget();
    private final GlBuffer touched = new GlBuffer(1 << 12);
    private int light;
    private int width;
    private int height;

    ColourPass(ProgramStore programs) {
        this.programs = programs;
    }

    /// @param labels the visibility that labels use, which colour shares where nothing is see-through or blurred
    /// @return how many sub-frames are summed
    int draw(
            Camera camera,
            RenderOptions options,
            Features features,
            Canvas canvas,
            DrawList draws,
            VisibilityPass visibility,
            VisibilityTarget labels) {
        ensure(camera.width(), camera.height());
        boolean blended = draws.has(group -> !group.isSolidInColour());
        boolean shared = !camera.lens().blurs() && !draws.has(group -> group.through() || !group.isSolidInColour());
        GlProgram shader = shader(camera, options, features, blended);
        clearTouched(draws.entries().size());
        List<SubFrame> frames = SubFrame.of(camera, options.subFrames());
        for (int i = 0; i < frames.size(); i++) {
            SubFrame at = frames.get(i);
            VisibilityTarget target = shared ? labels : own;
            if (!shared) {
                visibility.draw(own, canvas, draws, DrawGroup::isSolidInColour, 0, at);
            }
            if (blended) {
                visibility.peel(target, firstVeil, secondVeil, canvas, draws, at);
                glBindTextureUnit(12, firstVeil.owners());
                glBindTextureUnit(13, secondVeil.owners());
            }
            glMemoryBarrier(GL_ALL_BARRIER_BITS);
            glBindTextureUnit(10, labels.owners());
            glBindTextureUnit(11, target.depth());
            glBindTextureUnit(14, target.owners());
            touched.bindStorage(5);
            glBindImageTexture(1, light, 0, false, 0, GL_READ_WRITE, GL_RGBA32F);
            shader.set("subFrame", i);
            shader.set("moment", (float) at.moment());
            shader.set("lens", (float) at.lensX(), (float) at.lensY(), (float) at.shiftX(), (float) at.shiftY());
            shader.dispatch(camera.width(), camera.height());
        }
        return frames.size();
    }

    /// Ids of the instances that any sample lies on.
    Set<Integer> touchedInstances(DrawList draws) {
        Set<Integer> ids = new HashSet<>();
        int count = draws.entries().size();
        if (count == 0) {
            return ids;
        }
        int[] flags = new int[count];
        glGetNamedBufferSubData(touched.name(), 0, flags);
        for (int i = 0; i < count; i++) {
            if (flags[i] != 0) {
                ids.add(draws.entries().get(i).instance().id());
            }
        }
        return ids;
    }

    private void clearTouched(int count) {
        touched.ensure(4L * count);
        glClearNamedBufferData(touched.name(), GL_R32UI, GL_RED_INTEGER, GL_UNSIGNED_INT, (ByteBuffer) null);
    }

    private GlProgram shader(Camera camera, RenderOptions options, Features features, boolean blended) {
        String count = "N " + options.supersampling();
        String every = options.shadeEverySample() ? "EVERY_SAMPLE" : "SHARED";
        String veils = blended ? "BLENDED" : "SOLID";
        String lens = camera.lens().blurs() ? "BLURRED" : "SHARP";
        return programs.compute("shade.comp", features.with(count, every, veils, lens));
    }

    /// The summed light, as image 1.
    void bindLight() {
        glBindImageTexture(1, light, 0, false, 0, GL_READ_ONLY, GL_RGBA32F);
    }

    private void ensure(int newWidth, int newHeight) {
        if (newWidth != width || newHeight != height) {
            glDeleteTextures(light);
            GlErrors.clear();
            light = VisibilityTarget.texture(GL_RGBA32F, newWidth, newHeight);
            GlErrors.requireMemory("light", 16L * newWidth * newHeight);
            width = newWidth;
            height = newHeight;
        }
    }

    @Override
    public void close() {
        own.close();
        firstVeil.close();
        secondVeil.close();
        touched.close();
        glDeleteTextures(light);
    }
}
