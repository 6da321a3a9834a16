package studio.diorama.tensor.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the zip that `torch.jit.save` would write for a module without parameters: `code/__torch__.py` is its text,
/// `data.pkl` the pickled module, `constants.pkl` an empty tuple, `version` the format's number.
public final class ScriptArchive {

    /// The newest format that libtorch 2.7 writes: operators mean what that version means by them.
    private static final String FORMAT_VERSION = "10\n";

    private static final String CLASS_HEAD = """
            class Function(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    private ScriptArchive() {}

    /// @param functions `def`s of a class, not indented; their bodies by two spaces
    public static byte[] of(String functions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "data.pkl", pickledModule());
            put(zip, "code/__torch__.py", code(functions).getBytes(StandardCharsets.UTF_8));
            put(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            put(zip, "version", FORMAT_VERSION.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String code(String functions) {
        String typed = functions.replace("(self", "(self: __torch__.Function");
        return CLASS_HEAD + typed.lines().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    /// Pickle protocol 2: an instance of `__torch__.Function` whose one field, `training`, is true.
    private static byte[] pickledModule() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {(byte) 0x80, 2}); // protocol
        pickle.writeBytes("c__torch__\nFunction\n".getBytes(StandardCharsets.US_ASCII)); // the class
        pickle.writeBytes(new byte[] {')', (byte) 0x81}); // an instance, made from an empty tuple
        pickle.writeBytes(new byte[] {'}', '('}); // its fields: a dictionary
        pickle.writeBytes(new byte[] {'X', 8, 0, 0, 0});
        pickle.writeBytes("training".getBytes(StandardCharsets.US_ASCII));
        pickle.writeBytes(new byte[] {(byte) 0x88, 'u', 'b', '.'}); // true; set items; build; stop
        return pickle.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry("function/" + name));
        zip.write(content);
        zip.closeEntry();
    }
}
