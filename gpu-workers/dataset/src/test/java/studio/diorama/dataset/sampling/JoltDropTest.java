package studio.diorama.dataset.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.Orientation;
import studio.diorama.dataset.frame.ResolvedPose;
import studio.diorama.dataset.sampling.DropSimulation.Body;

class JoltDropTest {

    private static final SceneAsset FLOOR = Shapes.plane("floor", 3);
    private static final SceneAsset BOX = Shapes.box("box", 0.05, 0.04, 0.03);

    private static ResolvedPose at(double x, double y, double z) {
        return ResolvedPose.rigid(new Vector3(x, y, z), Orientation.of(Rotations.headingPitchRoll(0.3, 0.2, 0.1)));
    }

    private static List<Body> pile() {
        return List.of(
                new Body(FLOOR, ResolvedPose.rigid(Vector3.ZERO, Orientation.IDENTITY), false),
                new Body(BOX, at(0, 0.3, 0), true),
                new Body(BOX, at(0.02, 0.5, 0.01), true),
                new Body(BOX, at(0.5, 0.2, 0.5), true));
    }

    @Test
    void aBoxComesToRestFlatOnTheFloor() {
        ResolvedPose rest = new JoltDrop().settle(pile()).getLast();

        Vector3d up = new Vector3d(0, 1, 0);
        double lowest = BOX.hull().stream()
                .mapToDouble(corner ->
                        rest.matrix().transformPosition(new Vector3d(corner)).dot(up))
                .min()
                .orElseThrow();
        assertThat(lowest).as("metres above the floor").isEqualTo(0, within(0.003));
        double level = List.of(new Vector3d(1, 0, 0), new Vector3d(0, 1, 0), new Vector3d(0, 0, 1)).stream()
                .mapToDouble(
                        axis -> Math.abs(rest.matrix().transformDirection(axis).dot(up)))
                .max()
                .orElseThrow();
        assertThat(level).as("one of its axes stands upright").isGreaterThan(0.999);
    }

    @Test
    void whatStaysStaysAndTheSameBodiesRestInTheSamePlaces() {
        List<ResolvedPose> once = new JoltDrop().settle(pile());
        JoltDrop used = new JoltDrop();
        used.settle(pile().subList(0, 2));

        assertThat(once.getFirst()).isEqualTo(pile().getFirst().pose());
        assertThat(used.settle(pile())).isEqualTo(once);
    }

    @Test
    void withoutAFloorThingsFallForFourSeconds() {
        ResolvedPose rest =
                new JoltDrop().settle(List.of(new Body(BOX, at(0, 0, 0), true))).getFirst();

        assertThat(rest.position().y()).isBetween(-9.81 * 8 * 1.05, -9.81 * 8 * 0.8);
    }
}
