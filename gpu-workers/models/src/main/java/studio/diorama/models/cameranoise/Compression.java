package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ChromaSubsampling;

/// What a camera's files lose after quantisation.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Compression.Lossless.class, name = "none"),
    @JsonSubTypes.Type(value = Compression.Jpeg.class, name = "jpeg")
})
public sealed interface Compression {

    /// Nothing.
    record Lossless() implements Compression {}

    /// @param quality 1 to 100 on the scale of the Independent JPEG Group
    /// @param subsampling how finely colour is kept
    record Jpeg(int quality, ChromaSubsampling subsampling) implements Compression {

        public Jpeg {
            requireNonNull(subsampling, "subsampling is null");
            if (quality < 1 || quality > 100) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT, "JPEG quality must be 1 to 100, got %d.".formatted(quality));
            }
        }
    }
}
