package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.ResolvedEnvironment;
import studio.diorama.dataset.frame.ResolvedLight;
import studio.diorama.dataset.frame.ResolvedWeather;
import studio.diorama.dataset.scene.LightRule;
import studio.diorama.dataset.scene.WeatherRule;

/// Draws what shines and what is in the air.
final class LightDraw {

    private static final ResolvedEnvironment DARK = new ResolvedEnvironment.Uniform(Vector3.ZERO);

    private final Draws draws;
    private final SceneAssets assets;

    LightDraw(Draws draws, SceneAssets assets) {
        this.draws = requireNonNull(draws, "draws is null");
        this.assets = requireNonNull(assets, "assets is null");
    }

    /// The lights that stand somewhere.
    List<ResolvedLight> lights(List<LightRule> rules) {
        List<ResolvedLight> lights = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            light(rules.get(i), "lights/" + i).ifPresent(lights::add);
        }
        return lights;
    }

    /// The light from all around; darkness where no rule gives any.
    ResolvedEnvironment environment(List<LightRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).surrounds()) {
                return surroundings(rules.get(i), "lights/" + i);
            }
        }
        return DARK;
    }

    ResolvedWeather weather(Optional<WeatherRule> rule) {
        return rule.map(weather -> new ResolvedWeather(
                        weather.fogVisibility()
                                .map(metres -> ResolvedWeather.FIVE_PERCENT / number(metres, "weather/fogVisibility"))
                                .orElse(0.0),
                        weather.fogHeight()
                                .map(metres -> 1 / number(metres, "weather/fogHeight"))
                                .orElse(0.0),
                        number(weather.rain(), "weather/rain"),
                        number(weather.snow(), "weather/snow"),
                        number(weather.wet(), "weather/wet"),
                        number(weather.snowCover(), "weather/snowCover")))
                .orElse(ResolvedWeather.CLEAR);
    }

    private ResolvedEnvironment surroundings(LightRule rule, String field) {
        return switch (rule) {
            case LightRule.Ambient ambient ->
                new ResolvedEnvironment.Uniform(vector(ambient.radiance(), field + "/radiance"));
            case LightRule.Sky sky ->
                new ResolvedEnvironment.Sky(
                        PlacementDraw.direction(
                                number(sky.sunElevation(), field + "/sunElevation"),
                                number(sky.sunAzimuth(), field + "/sunAzimuth")),
                        number(sky.turbidity(), field + "/turbidity"),
                        number(sky.groundAlbedo(), field + "/groundAlbedo"));
            case LightRule.Environment panorama -> {
                String file = draws.draw(panorama.file(), field + "/file", 0);
                yield new ResolvedEnvironment.Panorama(
                        file,
                        assets.fileHash(file),
                        number(panorama.rotation(), field + "/rotation"),
                        number(panorama.intensity(), field + "/intensity"));
            }
            case LightRule.Directional light -> DARK;
            case LightRule.Point light -> DARK;
            case LightRule.Spot light -> DARK;
            case LightRule.Area light -> DARK;
        };
    }

    private Optional<ResolvedLight> light(LightRule rule, String field) {
        return switch (rule) {
            case LightRule.Directional sun ->
                Optional.of(new ResolvedLight.Directional(
                        PlacementDraw.direction(
                                        number(sun.elevation(), field + "/elevation"),
                                        number(sun.azimuth(), field + "/azimuth"))
                                .times(-1),
                        vector(sun.color(), field + "/color"),
                        number(sun.illuminance(), field + "/illuminance")));
            case LightRule.Point bulb ->
                Optional.of(new ResolvedLight.Point(
                        PlacementDraw.position(draws, bulb.position(), field + "/position", 0),
                        vector(bulb.color(), field + "/color"),
                        number(bulb.intensity(), field + "/intensity")));
            case LightRule.Spot spot -> Optional.of(spot(spot, field));
            case LightRule.Area area -> Optional.of(area(area, field));
            case LightRule.Ambient ambient -> Optional.empty();
            case LightRule.Sky sky -> Optional.empty();
            case LightRule.Environment environment -> Optional.empty();
        };
    }

    private ResolvedLight spot(LightRule.Spot spot, String field) {
        Vector3 position = PlacementDraw.position(draws, spot.position(), field + "/position", 0);
        double inner = number(spot.innerAngle(), field + "/innerAngle");
        double outer = number(spot.outerAngle(), field + "/outerAngle");
        return new ResolvedLight.Spot(
                position,
                towards(position, vector(spot.target(), field + "/target")),
                vector(spot.color(), field + "/color"),
                number(spot.intensity(), field + "/intensity"),
                // Angles are drawn apart; a cone needs the inner one inside.
                Math.min(inner, 0.99 * outer),
                outer);
    }

    private ResolvedLight area(LightRule.Area area, String field) {
        Vector3 position = PlacementDraw.position(draws, area.position(), field + "/position", 0);
        Vector3 facing = towards(position, vector(area.target(), field + "/target"));
        Vector3 up = Math.abs(facing.y()) > 0.99999 ? new Vector3(0, 0, 1) : new Vector3(0, 1, 0);
        Vector3 u = PlacementDraw.unit(PlacementDraw.cross(up, facing), new Vector3(1, 0, 0));
        Vector3 v = PlacementDraw.cross(facing, u);
        Components size = draws.draw(area.size(), field + "/size", 0);
        return new ResolvedLight.Area(
                position,
                u.times(size.get(0) / 2),
                v.times(size.get(1) / 2),
                vector(area.color(), field + "/color"),
                number(area.power(), field + "/power"));
    }

    private static Vector3 towards(Vector3 from, Vector3 to) {
        return PlacementDraw.unit(to.plus(from.times(-1)), new Vector3(0, -1, 0));
    }

    private double number(Varied<Components> value, String field) {
        return draws.draw(value, field, 0).single();
    }

    private Vector3 vector(Varied<Components> value, String field) {
        return PlacementDraw.vector(draws.draw(value, field, 0));
    }
}
