package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.util.List;

/// Depth of the scene from each [ShadowView]: layers of one array texture.
final class ShadowMaps implements AutoCloseable {

    private final GlProgram solid = GlProgram.raster("shadow.vert", "shadow.frag");
    private final GlProgram holes = GlProgram.raster("shadow.vert", "shadow.frag", "HOLES");
    private final int frame = glCreateFramebuffers();
    private int texture;
    private int side;
    private int layers;

    void draw(List<ShadowView> views, DrawList draws, int texels) {
        ensure(texels, Math.max(1, views.size()));
        if (views.isEmpty()) {
            return;
        }
        glBindFramebuffer(GL_FRAMEBUFFER, frame);
        glViewport(0, 0, side, side);
        glEnable(GL_DEPTH_TEST);
        glDepthFunc(GL_GREATER);
        // What lies between the light and its nearest shadow taker still blocks: hold it at the near limit.
        glEnable(GL_DEPTH_CLAMP);
        for (int i = 0; i < views.size(); i++) {
            glNamedFramebufferTextureLayer(frame, GL_DEPTH_ATTACHMENT, texture, 0, i);
            glClearNamedFramebufferfv(frame, GL_DEPTH, 0, new float[] {0});
            solid.setRows("clip", views.get(i).clipRows());
            holes.setRows("clip", views.get(i).clipRows());
            draws.draw(_ -> true, solid, holes, 0, false);
        }
        glDisable(GL_DEPTH_CLAMP);
    }

    void bind() {
        glBindTextureUnit(9, texture);
    }

    private void ensure(int texels, int count) {
        if (texels == side && count <= layers) {
            return;
        }
        glDeleteTextures(texture);
        GlErrors.clear();
        layers = texels == side ? Math.max(count, layers) : count;
        side = texels;
        texture = glCreateTextures(GL_TEXTURE_2D_ARRAY);
        glTextureStorage3D(texture, 1, GL_DEPTH_COMPONENT32F, side, side, layers);
        GlErrors.requireMemory("shadow maps", 4L * side * side * layers);
        glTextureParameteri(texture, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTextureParameteri(texture, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glTextureParameteri(texture, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTextureParameteri(texture, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glNamedFramebufferDrawBuffer(frame, GL_NONE);
    }

    @Override
    public void close() {
        solid.close();
        holes.close();
        glDeleteFramebuffers(frame);
        glDeleteTextures(texture);
    }
}
