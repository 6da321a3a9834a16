package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What OpenGL says of its own accord only when it is asked.
final class GlErrors {

    // A lost context may answer with an error for ever.
    private static final int MOST = 64;

    private GlErrors() {}

    /// Forgets errors of earlier calls.
    static void clear() {
        for (int i = 0; i < MOST && glGetError() != GL_NO_ERROR; i++) {}
    }

    /// @throws DioramaException with `OUT_OF_MEMORY` if what was just asked for does not fit the device
    static void requireMemory(String what, long bytes) {
        int error = glGetError();
        if (error == GL_OUT_OF_MEMORY || error == GL_INVALID_VALUE) {
            throw new DioramaException(
                    ErrorCode.OUT_OF_MEMORY,
                    "the graphics device cannot give %,d bytes for %s: use fewer or simpler assets or a smaller picture"
                            .formatted(bytes, what));
        }
    }

    /// @throws DioramaException with `OUT_OF_MEMORY` or `UNAVAILABLE` if anything of a frame went wrong
    static void requireNone(String what) {
        int error = glGetError();
        switch (error) {
            case GL_NO_ERROR -> {}
            case GL_OUT_OF_MEMORY ->
                throw new DioramaException(
                        ErrorCode.OUT_OF_MEMORY,
                        "the graphics device has too little memory for %s: use a smaller picture or fewer assets"
                                .formatted(what));
            default ->
                throw new DioramaException(
                        ErrorCode.UNAVAILABLE,
                        "the graphics device fails with OpenGL error 0x%x in %s: render again".formatted(error, what));
        }
    }
}
