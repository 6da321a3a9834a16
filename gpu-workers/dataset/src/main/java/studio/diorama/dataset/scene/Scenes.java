package studio.diorama.dataset.scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The scenes that ship.
public final class Scenes {

    private Scenes() {}

    /// What there is.
    public static List<String> names() {
        return List.of("hello-world");
    }

    /// Mugs and bottles that fell on a floor, under the sky.
    public static SceneDescription helloWorld() {
        return SceneReader.parse(text("hello-world"));
    }

    /// The JSON of a scene.
    ///
    /// @throws DioramaException where no scene has this name
    public static String text(String name) {
        if (!names().contains(name)) {
            throw new DioramaException(
                    ErrorCode.NOT_FOUND, "Expected one of the scenes %s, got '%s'.".formatted(names(), name));
        }
        try (InputStream input = Scenes.class.getResourceAsStream("/scenes/" + name + ".json")) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
