package studio.diorama.dataset.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import studio.diorama.dataset.format.Vector3;

/// A light of a frame, every value fixed. Units as in [studio.diorama.dataset.scene.LightRule].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ResolvedLight.Directional.class, name = "directional"),
    @JsonSubTypes.Type(value = ResolvedLight.Point.class, name = "point"),
    @JsonSubTypes.Type(value = ResolvedLight.Spot.class, name = "spot"),
    @JsonSubTypes.Type(value = ResolvedLight.Area.class, name = "area")
})
public sealed interface ResolvedLight {

    /// @param direction the way the light travels
    /// @param lux illuminance
    record Directional(Vector3 direction, Vector3 color, double lux) implements ResolvedLight {}

    /// @param candela intensity
    record Point(Vector3 position, Vector3 color, double candela) implements ResolvedLight {}

    /// @param direction the way the light travels
    /// @param candela intensity along it
    record Spot(
            Vector3 position, Vector3 direction, Vector3 color, double candela, double innerAngle, double outerAngle)
            implements ResolvedLight {}

    /// @param halfU from the middle to the right edge, metres
    /// @param halfV from the middle to the upper edge, metres; it shines along halfU × halfV
    /// @param watts radiant power
    record Area(Vector3 position, Vector3 halfU, Vector3 halfV, Vector3 color, double watts) implements ResolvedLight {}
}
