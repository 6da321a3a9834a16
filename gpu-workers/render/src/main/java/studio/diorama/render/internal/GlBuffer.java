package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;

/// Memory of the device. It grows and never shrinks.
final class GlBuffer implements AutoCloseable {

    private int name;
    private long size;

    GlBuffer(long size) {
        name = glCreateBuffers();
        allocate(name, size);
        this.size = size;
    }

    int name() {
        return name;
    }

    long size() {
        return size;
    }

    /// Makes room and forgets the content.
    void ensure(long bytes) {
        if (bytes > size) {
            size = Math.max(bytes, size + size / 2);
            allocate(name, size);
        }
    }

    /// Makes room and keeps the content.
    void grow(long bytes) {
        int larger = glCreateBuffers();
        allocate(larger, bytes);
        glCopyNamedBufferSubData(name, larger, 0, 0, Math.min(size, bytes));
        glDeleteBuffers(name);
        name = larger;
        size = bytes;
    }

    void write(long offset, ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            glNamedBufferSubData(name, offset, bytes);
        }
    }

    /// Makes room for all of `bytes`, and writes them at the start.
    void replace(ByteBuffer bytes) {
        ensure(bytes.remaining());
        write(0, bytes);
    }

    void bindStorage(int binding) {
        glBindBufferBase(GL_SHADER_STORAGE_BUFFER, binding, name);
    }

    void bindUniform(int binding) {
        glBindBufferBase(GL_UNIFORM_BUFFER, binding, name);
    }

    private static void allocate(int buffer, long bytes) {
        GlErrors.clear();
        glNamedBufferData(buffer, Math.max(bytes, 16), GL_DYNAMIC_DRAW);
        GlErrors.requireMemory("a buffer", bytes);
    }

    @Override
    public void close() {
        glDeleteBuffers(name);
    }
}
