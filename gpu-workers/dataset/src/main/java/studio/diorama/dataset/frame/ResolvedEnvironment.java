package studio.diorama.dataset.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import studio.diorama.dataset.format.Vector3;

/// The light from all around, every value fixed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ResolvedEnvironment.Uniform.class, name = "uniform"),
    @JsonSubTypes.Type(value = ResolvedEnvironment.Sky.class, name = "sky"),
    @JsonSubTypes.Type(value = ResolvedEnvironment.Panorama.class, name = "panorama")
})
public sealed interface ResolvedEnvironment {

    /// The same from everywhere.
    record Uniform(Vector3 radiance) implements ResolvedEnvironment {}

    /// A clear sky.
    ///
    /// @param sunDirection towards the sun
    record Sky(Vector3 sunDirection, double turbidity, double groundAlbedo) implements ResolvedEnvironment {}

    /// A measured panorama.
    ///
    /// @param file in the scene's folder
    /// @param sha256 of the file
    record Panorama(String file, String sha256, double rotation, double intensity) implements ResolvedEnvironment {}
}
