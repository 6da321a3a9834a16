package studio.diorama.geometry.internal.gltf;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.joml.Vector2d;
import studio.diorama.common.DioramaException;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureFilter;
import studio.diorama.geometry.TextureUse;
import studio.diorama.geometry.TextureWrap;
import studio.diorama.geometry.internal.TextureDecoder;
import studio.diorama.geometry.io.ModelLimits;

/// Images, each decoded once and only if a material uses it, and the samplers and transforms they are laid out with.
final class GltfImages {

    private static final int NEAREST = 9728;
    private static final int CLAMP_TO_EDGE = 33071;
    private static final int MIRRORED_REPEAT = 33648;

    private final List<Json> textures;
    private final List<Json> samplers;
    private final List<Json> images;
    private final Texture[] decoded;
    private final GltfBuffers buffers;
    private final TextureDecoder decoder;

    GltfImages(Json document, GltfBuffers buffers, ModelLimits limits) {
        textures = document.objects("textures");
        samplers = document.objects("samplers");
        images = document.objects("images");
        decoded = new Texture[images.size()];
        this.buffers = buffers;
        decoder = new TextureDecoder(limits);
    }

    /// The texture that a material names under a key, and the number of the coordinates that it is laid on.
    Optional<Placed> use(Json material, String key) {
        Optional<Json> info = material.object(key);
        if (info.isEmpty()) {
            return Optional.empty();
        }
        Json texture = textures.get(info.get().requireIndex("index", textures.size()));
        OptionalInt source = texture.index("source", images.size());
        if (source.isEmpty()) {
            throw texture.refuse("a PNG or JPEG as its 'source' expected, got none");
        }
        TextureUse use = TextureUse.of(image(source.getAsInt()));
        OptionalInt sampler = texture.index("sampler", samplers.size());
        if (sampler.isPresent()) {
            Json settings = samplers.get(sampler.getAsInt());
            use = use.withWrap(wrap(settings, "wrapS"), wrap(settings, "wrapT"))
                    .withFilter(
                            settings.size("magFilter", 0) == NEAREST ? TextureFilter.NEAREST : TextureFilter.LINEAR);
        }
        int set = info.get().index("texCoord", 64).orElse(0);
        Optional<Json> transform = info.get().extension("KHR_texture_transform");
        if (transform.isPresent()) {
            Json t = transform.get();
            double[] offset = t.numbers("offset", 0, 0);
            double[] scale = t.numbers("scale", 1, 1);
            use = use.withTransform(
                    new Vector2d(offset[0], offset[1]), new Vector2d(scale[0], scale[1]), t.number("rotation", 0));
            set = t.index("texCoord", 64).orElse(set);
        }
        return Optional.of(new Placed(use, set));
    }

    /// @param use the texture
    /// @param set number of the texture coordinates
    record Placed(TextureUse use, int set) {}

    private static TextureWrap wrap(Json sampler, String key) {
        return switch ((int) sampler.size(key, 0)) {
            case CLAMP_TO_EDGE -> TextureWrap.CLAMP_TO_EDGE;
            case MIRRORED_REPEAT -> TextureWrap.MIRRORED_REPEAT;
            default -> TextureWrap.REPEAT;
        };
    }

    private Texture image(int number) {
        if (decoded[number] == null) {
            Json image = images.get(number);
            try {
                Texture texture = decoder.decode(bytes(image), image.path());
                decoded[number] = new Texture(image.name(), texture.width(), texture.height(), texture.rgba());
            } catch (DioramaException e) {
                throw e.getMessage().startsWith(image.path()) ? e : image.refuse(e.code(), e.getMessage());
            }
        }
        return decoded[number];
    }

    private byte[] bytes(Json image) {
        if (image.has("uri")) {
            return buffers.resolve(image, image.text("uri", ""));
        }
        ByteBuffer view = buffers.view(image.requireIndex("bufferView", buffers.viewCount()));
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        return bytes;
    }
}
