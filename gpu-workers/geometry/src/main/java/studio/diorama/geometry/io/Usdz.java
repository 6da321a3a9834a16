package studio.diorama.geometry.io;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.internal.TextureEncoder;
import studio.diorama.geometry.internal.usd.UsdText;

/// USDZ, the package that phones show: a text layer of USD and PNG textures in a zip.
///
/// Models are written at rest, textures without their transform, for `UsdPreviewSurface` knows no more.
public final class Usdz {

    private static final int ALIGNMENT = 64;

    /// Always the same; the very first date of a zip would make Java add a field of its own.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Usdz() {}

    public static void write(Model model, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(model, out);
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.STORAGE_FULL, file.getFileName() + ": the model cannot be written; is the disk full?", e);
        }
    }

    /// Writes the package: nothing is compressed, and each file begins at a multiple of 64 bytes, as the format asks.
    public static void write(Model model, OutputStream out) throws IOException {
        UsdText layer = new UsdText(requireNonNull(model, "model is null"));
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        long at = add(zip, 0, "model.usda", layer.text().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, Texture> texture : layer.textures().entrySet()) {
            at = add(zip, at, texture.getKey(), TextureEncoder.png(texture.getValue()));
        }
        zip.finish();
    }

    /// @return where the next file's header begins
    private static long add(ZipOutputStream zip, long at, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setTimeLocal(NO_TIME);
        // A zip header is 30 bytes, the name and an extra field, itself 4 bytes and padding.
        long bare = at + 30 + name.length() + 4;
        int padding = (int) ((ALIGNMENT - bare % ALIGNMENT) % ALIGNMENT);
        byte[] extra = new byte[4 + padding];
        extra[0] = (byte) 0x86;
        extra[1] = 0x19;
        extra[2] = (byte) padding;
        entry.setExtra(extra);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        return bare + padding + content.length;
    }
}
