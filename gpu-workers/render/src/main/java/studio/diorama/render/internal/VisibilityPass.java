package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.util.function.Predicate;

/// Draws into [VisibilityTarget]s.
final class VisibilityPass implements AutoCloseable {

    private final GlProgram solid = GlProgram.raster("visibility.vert", "visibility.frag");
    private final GlProgram holes = GlProgram.raster("visibility.vert", "visibility.frag", "HOLES");
    private final GlProgram first = GlProgram.raster("visibility.vert", "blended.frag");
    private final GlProgram second = GlProgram.raster("visibility.vert", "blended.frag", "SECOND");

    /// @param step 0 at t, 1 at t-1, 2 at t+1
    void draw(VisibilityTarget to, Canvas canvas, DrawList draws, Predicate<DrawGroup> wanted, int step, SubFrame at) {
        place(solid, canvas, step, at);
        place(holes, canvas, step, at);
        to.begin(canvas);
        draws.draw(wanted, solid, holes, step, true);
    }

    /// The two nearest see-through surfaces before the solid one.
    void peel(
            VisibilityTarget solidOnes,
            VisibilityTarget nearest,
            VisibilityTarget next,
            Canvas canvas,
            DrawList draws,
            SubFrame at) {
        place(first, canvas, 0, at);
        place(second, canvas, 0, at);
        glBindTextureUnit(11, solidOnes.depth());
        nearest.begin(canvas);
        draws.draw(group -> !group.isSolidInColour(), first, first, 0, true);
        next.begin(canvas);
        glBindTextureUnit(12, nearest.depth());
        draws.draw(group -> !group.isSolidInColour(), second, second, 0, true);
    }

    static void place(GlProgram program, Canvas canvas, int step, SubFrame at) {
        program.set("moveStep", step);
        program.set("moment", (float) at.moment());
        program.set("lens", (float) at.lensX(), (float) at.lensY(), (float) at.shiftX(), (float) at.shiftY());
        program.set("canvas", (float) canvas.scaleX(), (float) canvas.scaleY(), (float) canvas.shiftX(), (float)
                canvas.shiftY());
        program.set("canvasSize", canvas.width(), canvas.height());
    }

    @Override
    public void close() {
        solid.close();
        holes.close();
        first.close();
        second.close();
    }
}
