package studio.diorama.models.cameranoise.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Cancellation;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.models.cameranoise.flow.cpu.CompiledFlow;

class FlowLikelihoodTest {

    @Test
    void withoutStepsItIsTheClosedForm() {
        FlowConfig config = new FlowConfig(
                FlowPreset.SMALL,
                TestFlows.CAMERAS,
                java.util.List.of(),
                ChannelOrder.RGB,
                false,
                Set.copyOf(EnumSet.allOf(StepKind.class)),
                true,
                true);
        CompiledFlow empty = CompiledFlow.of(FlowParameters.start(config, new Seed(1)), new FlowCondition(0, 100));
        Rgb8Image clean = Pictures.flat(20, 20, 100);
        Rgb8Image noisy = Pictures.flat(20, 20, 164);
        // (64 + u − u′)² / 256² has the mean (64² + 1/6) / 256².
        double squares = (64.0 * 64 + 1.0 / 6) / 65536;
        double expected = 0.5 * squares + 0.5 * Math.log(2 * Math.PI) + 8 * Math.log(2);
        FlowLikelihood.Judgement judgement =
                FlowLikelihood.judge(empty, new PicturePair(clean, noisy, ChannelOrder.RGB), 4, Cancellation.NEVER);
        assertThat(judgement.negativeLogLikelihood()).isCloseTo(expected, within(1e-4));
        assertThat(judgement.excess()).isCloseTo(0.5 * squares - 0.5, within(1e-4));
    }

    @Test
    void tilesAddUpToTheWholePatch() {
        FlowParameters numbers = TestFlows.random(TestFlows.config(FlowPreset.SMALL), 9);
        CompiledFlow flow = CompiledFlow.of(numbers, new FlowCondition(0, 200));
        Rgb8Image clean = Pictures.smooth(300, 270, 0);
        Rgb8Image noisy = Pictures.smooth(300, 270, 0.02);
        FlowLikelihood.CodePair pair = new PicturePair(clean, noisy, ChannelOrder.RGB);
        double tiled = FlowLikelihood.judge(flow, pair, 1, Cancellation.NEVER).negativeLogLikelihood();
        double whole =
                FlowLikelihood.judge(flow, pair, 1, 1024, Cancellation.NEVER).negativeLogLikelihood();
        assertThat(tiled).isCloseTo(whole, within(1e-9));
    }
}
