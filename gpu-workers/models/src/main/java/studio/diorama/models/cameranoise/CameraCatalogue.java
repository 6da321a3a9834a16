package studio.diorama.models.cameranoise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The cameras that ship with Diorama: simulated ones, see `cameras/MODEL_CARD.md` beside their files.
public final class CameraCatalogue {

    private static final String FOLDER = "/cameras/";
    private static final String INDEX = "index.txt";

    private CameraCatalogue() {}

    /// In the order of the catalogue's index.
    public static List<CameraProfile> builtIn() {
        return Holder.PROFILES;
    }

    /// @throws DioramaException naming the cameras that there are
    public static CameraProfile byName(String name) {
        return builtIn().stream()
                .filter(profile -> profile.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.NOT_FOUND,
                        "There is no built-in camera \"%s\"; there are %s. Your own camera comes from its %s file."
                                .formatted(
                                        name,
                                        builtIn().stream()
                                                .map(CameraProfile::name)
                                                .collect(Collectors.joining(", ")),
                                        CameraProfileCodec.FILE_EXTENSION)));
    }

    /// Read once, when first asked for.
    private static final class Holder {
        static final List<CameraProfile> PROFILES = read();

        private static List<CameraProfile> read() {
            List<CameraProfile> profiles = new ArrayList<>();
            new String(bytes(INDEX), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> profiles.add(CameraProfileCodec.read(line, bytes(line))));
            return List.copyOf(profiles);
        }

        private static byte[] bytes(String file) {
            try (InputStream stream = CameraCatalogue.class.getResourceAsStream(FOLDER + file)) {
                if (stream == null) {
                    throw new IllegalStateException("the catalogue lacks " + file);
                }
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
