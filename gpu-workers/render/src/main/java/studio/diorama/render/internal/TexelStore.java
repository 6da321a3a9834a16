package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.diorama.geometry.Texture;

/// All textures on the device, as one long line of texels, so that one shader reaches any number of textures of any
/// size. Each texture is its [MipChain], beginning at a whole row of 2048 texels.
///
/// The line is an array texture with two views, one of which decodes sRGB. Textures are found again by identity; those
/// not used for longest make room, and the line grows only if what one frame needs does not fit.
final class TexelStore implements AutoCloseable {

    static final int ROW = 2048;
    private static final int ROWS_A_LAYER = 2048;
    private static final int FIRST_LAYERS = 1;

    private final Staging staging;
    private final RangeAllocator rows = new RangeAllocator(FIRST_LAYERS * ROWS_A_LAYER);
    private final Map<Key, Entry> textures = new LinkedHashMap<>(16, 0.75f, true);
    private int plain;
    private int srgb;
    private int layers;
    private long frame;

    private record Key(Texture texture, boolean srgb) {}

    private static final class Entry {
        private final int firstRow;
        private final int rowCount;
        private long lastFrame;

        private Entry(int firstRow, int rowCount) {
            this.firstRow = firstRow;
            this.rowCount = rowCount;
        }
    }

    TexelStore(Staging staging) {
        this.staging = staging;
        allocate(FIRST_LAYERS);
    }

    void beginFrame() {
        frame++;
    }

    /// The row at which the texture's mip chain begins; uploads it if it is new.
    int find(Texture texture, boolean isSrgb) {
        Key key = new Key(texture, isSrgb);
        Entry entry = textures.get(key);
        if (entry == null) {
            entry = upload(key);
            textures.put(key, entry);
        }
        entry.lastFrame = frame;
        return entry.firstRow;
    }

    /// Binds the two views to units 4 (plain) and 5 (sRGB).
    void bind() {
        glBindTextureUnit(4, plain);
        glBindTextureUnit(5, srgb);
    }

    private Entry upload(Key key) {
        Texture texture = key.texture();
        long texels = MipChain.texels(texture.width(), texture.height());
        int count = Math.toIntExact((texels + ROW - 1) / ROW);
        int first = take(count);
        ByteBuffer bytes = staging.of((long) count * ROW * 4);
        MipChain.write(texture.width(), texture.height(), texture.rgba(), key.srgb(), bytes);
        bytes.clear();
        glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
        int done = 0;
        while (done < count) {
            int row = (first + done) % ROWS_A_LAYER;
            int now = Math.min(count - done, ROWS_A_LAYER - row);
            glTextureSubImage3D(
                    plain,
                    0,
                    0,
                    row,
                    (first + done) / ROWS_A_LAYER,
                    ROW,
                    now,
                    1,
                    GL_RGBA,
                    GL_UNSIGNED_BYTE,
                    bytes.position(done * ROW * 4));
            done += now;
        }
        return new Entry(first, count);
    }

    private int take(int count) {
        int first = rows.take(count);
        Iterator<Entry> oldest = textures.values().iterator();
        while (first == RangeAllocator.FULL && oldest.hasNext()) {
            Entry entry = oldest.next();
            if (entry.lastFrame == frame) {
                break;
            }
            oldest.remove();
            rows.give(entry.firstRow, entry.rowCount);
            first = rows.take(count);
        }
        if (first == RangeAllocator.FULL) {
            int more = (count + ROWS_A_LAYER - 1) / ROWS_A_LAYER;
            allocate(Math.max(layers * 2, layers + more));
            rows.grow(layers * ROWS_A_LAYER);
            first = rows.take(count);
        }
        return first;
    }

    private void allocate(int count) {
        GlErrors.clear();
        int larger = glCreateTextures(GL_TEXTURE_2D_ARRAY);
        glTextureStorage3D(larger, 1, GL_RGBA8, ROW, ROWS_A_LAYER, count);
        GlErrors.requireMemory("textures", (long) count * ROW * ROWS_A_LAYER * 4);
        if (layers > 0) {
            glCopyImageSubData(
                    plain,
                    GL_TEXTURE_2D_ARRAY,
                    0,
                    0,
                    0,
                    0,
                    larger,
                    GL_TEXTURE_2D_ARRAY,
                    0,
                    0,
                    0,
                    0,
                    ROW,
                    ROWS_A_LAYER,
                    layers);
            glDeleteTextures(new int[] {plain, srgb});
        }
        plain = larger;
        srgb = glGenTextures();
        glTextureView(srgb, GL_TEXTURE_2D_ARRAY, plain, GL_SRGB8_ALPHA8, 0, 1, 0, count);
        for (int view : new int[] {plain, srgb}) {
            glTextureParameteri(view, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
            glTextureParameteri(view, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        }
        layers = count;
    }

    @Override
    public void close() {
        glDeleteTextures(new int[] {plain, srgb});
    }
}
