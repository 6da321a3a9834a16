package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AnimationChannelTest {

    @Test
    void stepsHoldTheEarlierKey() {
        AnimationChannel channel = new AnimationChannel(
                0, AnimationTarget.SCALE, Interpolation.STEP, new float[] {1, 2}, new float[] {1, 1, 1, 5, 5, 5});
        assertThat(channel.at(-3)).containsExactly(1, 1, 1);
        assertThat(channel.at(1.999)).containsExactly(1, 1, 1);
        assertThat(channel.at(2)).containsExactly(5, 5, 5);
        assertThat(channel.at(9)).containsExactly(5, 5, 5);
    }

    @Test
    void rotationsTurnEvenlyAlongTheShorterArc() {
        float c = (float) Math.cos(0.5);
        float s = (float) Math.sin(0.5);
        AnimationChannel channel = new AnimationChannel(
                0,
                AnimationTarget.ROTATION,
                Interpolation.LINEAR,
                new float[] {0, 1},
                // The second key is a turn of 1 radian about y, written with the opposite sign.
                new float[] {0, 0, 0, 1, 0, -s, 0, -c});
        for (double t = 0; t <= 1; t += 0.125) {
            float[] q = channel.at(t);
            assertThat(2 * Math.atan2(q[1] * Math.signum(q[3]), Math.abs(q[3]))).isCloseTo(t, within(1e-6));
        }
    }

    @Test
    void cubicSplinesFollowTheCubicThatTheirTangentsBelongTo() {
        // x(t) = t³ - 2t, x' = 3t² - 2, keys at 0, 1.5 and 2.
        float[] times = {0, 1.5f, 2};
        float[] values = new float[27];
        for (int i = 0; i < 3; i++) {
            float t = times[i];
            values[i * 9] = 3 * t * t - 2;
            values[i * 9 + 3] = t * t * t - 2 * t;
            values[i * 9 + 6] = 3 * t * t - 2;
        }
        AnimationChannel channel =
                new AnimationChannel(0, AnimationTarget.TRANSLATION, Interpolation.CUBICSPLINE, times, values);
        for (double t = 0; t <= 2; t += 0.1) {
            assertThat((double) channel.at(t)[0]).isCloseTo(t * t * t - 2 * t, within(2e-6));
        }
    }

    @Test
    void keysThatDoNotGrowAreRefused() {
        assertThatThrownBy(() -> new AnimationChannel(
                        0, AnimationTarget.SCALE, Interpolation.STEP, new float[] {1, 1}, new float[6]))
                .hasMessageContaining("growing animation times");
        assertThatThrownBy(() -> new AnimationChannel(
                        0, AnimationTarget.ROTATION, Interpolation.LINEAR, new float[] {1}, new float[3]))
                .hasMessageContaining("4 numbers expected, got 3");
    }
}
