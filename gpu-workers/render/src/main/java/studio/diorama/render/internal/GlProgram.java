package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A linked shader program.
final class GlProgram implements AutoCloseable {

    private final int name;
    private final Map<String, Integer> places = new HashMap<>();

    private GlProgram(int name) {
        this.name = name;
    }

    static GlProgram compute(String file, String... defines) {
        return link(List.of(compile(GL_COMPUTE_SHADER, file, List.of(defines))), file);
    }

    static GlProgram raster(String vertexFile, String fragmentFile, String... defines) {
        List<Integer> shaders = new ArrayList<>();
        shaders.add(compile(GL_VERTEX_SHADER, vertexFile, List.of(defines)));
        shaders.add(compile(GL_FRAGMENT_SHADER, fragmentFile, List.of(defines)));
        return link(shaders, vertexFile + " and " + fragmentFile);
    }

    private static int compile(int kind, String file, List<String> defines) {
        int shader = glCreateShader(kind);
        glShaderSource(shader, ShaderSource.read(file, defines));
        glCompileShader(shader);
        if (glGetShaderi(shader, GL_COMPILE_STATUS) == GL_FALSE) {
            throw refused(file, glGetShaderInfoLog(shader));
        }
        return shader;
    }

    private static GlProgram link(List<Integer> shaders, String files) {
        int program = glCreateProgram();
        shaders.forEach(shader -> glAttachShader(program, shader));
        glLinkProgram(program);
        if (glGetProgrami(program, GL_LINK_STATUS) == GL_FALSE) {
            throw refused(files, glGetProgramInfoLog(program));
        }
        shaders.forEach(shader -> glDeleteShader(shader));
        return new GlProgram(program);
    }

    private static DioramaException refused(String files, String words) {
        return new DioramaException(
                ErrorCode.UNAVAILABLE,
                "the graphics driver refuses the shader %s: %s; try a newer driver".formatted(files, words.strip()));
    }

    void use() {
        glUseProgram(name);
    }

    GlProgram set(String uniform, int value) {
        glProgramUniform1i(name, place(uniform), value);
        return this;
    }

    GlProgram setUnsigned(String uniform, int value) {
        glProgramUniform1ui(name, place(uniform), value);
        return this;
    }

    GlProgram set(String uniform, int x, int y) {
        glProgramUniform2i(name, place(uniform), x, y);
        return this;
    }

    GlProgram set(String uniform, float value) {
        glProgramUniform1f(name, place(uniform), value);
        return this;
    }

    GlProgram set(String uniform, float x, float y, float z, float w) {
        glProgramUniform4f(name, place(uniform), x, y, z, w);
        return this;
    }

    /// Rows of a 4 × 4 matrix, for `vec4 rows[4]`.
    GlProgram setRows(String uniform, float[] rows) {
        glProgramUniform4fv(name, place(uniform), rows);
        return this;
    }

    // A uniform that the compiler has dropped has place -1, which OpenGL ignores.
    private int place(String uniform) {
        return places.computeIfAbsent(uniform, key -> glGetUniformLocation(name, key));
    }

    /// Runs a compute shader of 8 × 8 groups over an area, and waits for its writes to be seen by what follows.
    void dispatch(int width, int height) {
        use();
        glDispatchCompute((width + 7) / 8, (height + 7) / 8, 1);
        glMemoryBarrier(GL_ALL_BARRIER_BITS);
    }

    @Override
    public void close() {
        glDeleteProgram(name);
    }
}
