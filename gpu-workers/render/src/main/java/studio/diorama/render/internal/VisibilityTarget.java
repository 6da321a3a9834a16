package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

/// Which triangle is nearest, sample by sample: draw + 1 and triangle, and near limit over depth.
final class VisibilityTarget implements AutoCloseable {

    private final int frame = glCreateFramebuffers();
    private int owners;
    private int depth;
    private int width;
    private int height;

    /// Makes it the one that is drawn to, of that size and empty.
    void begin(Canvas canvas) {
        ensure(canvas.width(), canvas.height());
        glBindFramebuffer(GL_FRAMEBUFFER, frame);
        glViewport(0, 0, width, height);
        glEnable(GL_DEPTH_TEST);
        glDepthFunc(GL_GREATER);
        glClearNamedFramebufferuiv(frame, GL_COLOR, 0, new int[] {0, 0, 0, 0});
        glClearNamedFramebufferfv(frame, GL_DEPTH, 0, new float[] {0});
    }

    int owners() {
        return owners;
    }

    int depth() {
        return depth;
    }

    private void ensure(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return;
        }
        glDeleteTextures(new int[] {owners, depth});
        GlErrors.clear();
        owners = texture(GL_RG32UI, newWidth, newHeight);
        depth = texture(GL_DEPTH_COMPONENT32F, newWidth, newHeight);
        GlErrors.requireMemory("samples", 12L * newWidth * newHeight);
        glNamedFramebufferTexture(frame, GL_COLOR_ATTACHMENT0, owners, 0);
        glNamedFramebufferTexture(frame, GL_DEPTH_ATTACHMENT, depth, 0);
        width = newWidth;
        height = newHeight;
    }

    static int texture(int format, int width, int height) {
        int texture = glCreateTextures(GL_TEXTURE_2D);
        glTextureStorage2D(texture, 1, format, width, height);
        glTextureParameteri(texture, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTextureParameteri(texture, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        return texture;
    }

    @Override
    public void close() {
        glDeleteFramebuffers(frame);
        glDeleteTextures(new int[] {owners, depth});
    }
}
