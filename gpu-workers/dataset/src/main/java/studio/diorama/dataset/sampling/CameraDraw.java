package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import studio.diorama.dataset.format.Distortion;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.Orientation;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedNoise;
import studio.diorama.dataset.frame.ResolvedPose;
import studio.diorama.dataset.scene.CameraRule;
import studio.diorama.dataset.scene.CameraRule.AimRule;
import studio.diorama.dataset.scene.CameraRule.LensRule;
import studio.diorama.dataset.scene.NoiseRule;

/// Draws a camera.
final class CameraDraw {

    private final Draws draws;
    private final double secondsInClip;
    private final double step;
    private final double usualExposure;

    /// @param secondsInClip from the clip's start to the frame
    /// @param step seconds from frame to frame; 0 where the scene has no clips
    /// @param usualExposure for cameras that name none
    CameraDraw(Draws draws, double secondsInClip, double step, double usualExposure) {
        this.draws = requireNonNull(draws, "draws is null");
        this.secondsInClip = secondsInClip;
        this.step = step;
        this.usualExposure = usualExposure;
    }

    ResolvedCamera draw(CameraRule rule, int attempt) {
        String field = "cameras/" + rule.id();
        Vector3 position = PlacementDraw.position(draws, rule.position(), field + "/position", attempt);
        ResolvedPose start = ResolvedPose.rigid(position, aim(rule.aim(), position, field, attempt));
        Vector3 velocity = PlacementDraw.vector(draws.draw(rule.velocity(), field + "/velocity", attempt));
        Lens lens = lens(rule, field, attempt);
        Components distortion = draws.draw(rule.distortion(), field + "/distortion", attempt);
        return new ResolvedCamera(
                rule.id(),
                rule.width(),
                rule.height(),
                lens.fx(),
                lens.fy(),
                lens.cx(),
                lens.cy(),
                new Distortion(
                        distortion.get(0), distortion.get(1), distortion.get(2), distortion.get(3), distortion.get(4)),
                Motion.of(start, velocity, Vector3.ZERO, secondsInClip, step),
                rule.near(),
                number(rule.aperture(), field + "/aperture", attempt),
                number(rule.focus(), field + "/focus", attempt),
                number(rule.shutter(), field + "/shutter", attempt),
                rule.exposure()
                        .map(value -> number(value, field + "/exposure", attempt))
                        .orElse(usualExposure),
                rule.toneMap(),
                noise(rule.noise(), field + "/noise"));
    }

    private Orientation aim(AimRule aim, Vector3 position, String field, int attempt) {
        return switch (aim) {
            case AimRule.LookAt look ->
                PlacementDraw.lookAt(
                        position,
                        PlacementDraw.vector(draws.draw(look.target(), field + "/lookAt", attempt)),
                        number(look.roll(), field + "/roll", attempt));
            case AimRule.Turned turned ->
                PlacementDraw.rotation(draws, turned.rotation(), field + "/rotation", attempt);
        };
    }

    private record Lens(double fx, double fy, double cx, double cy) {}

    private Lens lens(CameraRule rule, String field, int attempt) {
        double middleX = 0.5 * rule.width();
        double middleY = 0.5 * rule.height();
        return switch (rule.lens()) {
            case LensRule.FieldOfView view -> {
                double angle = number(view.fovY(), field + "/fovY", attempt);
                double focal = 0.5 * rule.height() / StrictMath.tan(0.5 * angle);
                yield new Lens(focal, focal, middleX, middleY);
            }
            case LensRule.FocalLength lens -> {
                double focal = number(lens.focal(), field + "/focal", attempt)
                        / number(lens.sensorWidth(), field + "/sensorWidth", attempt)
                        * rule.width();
                yield new Lens(focal, focal, middleX, middleY);
            }
            case LensRule.Matrix matrix -> {
                Components k = draws.draw(matrix.k(), field + "/k", attempt);
                yield new Lens(k.get(0), k.get(1), k.get(2), k.get(3));
            }
        };
    }

    private ResolvedNoise noise(NoiseRule rule, String field) {
        Map<String, Double> numbers = new TreeMap<>();
        new TreeMap<>(rule.numbers()).forEach((key, value) -> numbers.put(key, number(value, field + "/" + key, 0)));
        Map<String, String> texts = new TreeMap<>();
        new TreeMap<>(rule.texts()).forEach((key, value) -> texts.put(key, draws.draw(value, field + "/" + key, 0)));
        return new ResolvedNoise(
                rule.model(), numbers, texts, draws.seed(field + "/pixels").value());
    }

    private double number(Varied<Components> value, String field, int attempt) {
        return draws.draw(value, field, attempt).single();
    }
}
