package studio.diorama.models.cameranoise.bench;

import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.HeteroscedasticNoise;
import studio.diorama.models.cameranoise.IsotropicNoise;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.fit.FitRequest;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.NoiseFit;
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowPipeline;

/// A model under one camera and ISO, ready to be compared with others.
interface Contender {

    String SRGB_GAUSSIAN = "sRGB Gaussian";
    String ISOTROPIC = "isotropic";
    String HETEROSCEDASTIC = "heteroscedastic";
    String FLOW = "flow";

    /// As it stands in tables.
    String name();

    Rgb8Image draw(Rgb8Image clean, Seed seed);

    /// Nats per dimension of 8-bit codes made continuous, one code being one unit: for models of codes the mean of
    /// −ln P(code), which is what a density that is even within a code gets, and for densities the mean over draws
    /// within the code. So the figures of both kinds can be compared.
    double negativeLogLikelihood(LoadedPair pair);

    /// The classical models, fitted on a group's training pairs.
    static List<Contender> classical(PairGroup group) {
        CameraProfile fitted = NoiseFit.fit(
                FitRequest.of(
                                "Benchmark",
                                "",
                                new Provenance("", "", "", ""),
                                group.split().training())
                        .withThreads(Runtime.getRuntime().availableProcessors()),
                Cancellation.NEVER,
                ProgressSink.NONE);
        return List.of(
                new OfProfile(
                        SRGB_GAUSSIAN,
                        new IsotropicNoise(),
                        PlainGaussian.fit(group.split().training())),
                new OfProfile(ISOTROPIC, new IsotropicNoise(), fitted),
                new OfProfile(HETEROSCEDASTIC, new HeteroscedasticNoise(), fitted));
    }

    /// A classical model and the profile of one ISO.
    record OfProfile(String name, NoiseModel model, CameraProfile profile) implements Contender {

        @Override
        public Rgb8Image draw(Rgb8Image clean, Seed seed) {
            return (Rgb8Image)
                    model.apply(clean, condition(), NoiseOptions.of(seed), Cancellation.NEVER, ProgressSink.NONE)
                            .noisy();
        }

        @Override
        public double negativeLogLikelihood(LoadedPair pair) {
            return model.negativeLogLikelihood(pair.clean(), pair.noisy(), condition());
        }

        private NoiseCondition condition() {
            return new NoiseCondition(profile, profile.minimumIso());
        }
    }

    /// The flow under one of its cameras.
    record OfFlow(FlowPipeline flow, FlowCondition condition) implements Contender {

        @Override
        public String name() {
            return FLOW;
        }

        @Override
        public Rgb8Image draw(Rgb8Image clean, Seed seed) {
            NoiseOptions options =
                    NoiseOptions.of(seed).withThreads(Runtime.getRuntime().availableProcessors());
            return (Rgb8Image) flow.apply(clean, condition, options, Cancellation.NEVER, ProgressSink.NONE)
                    .noisy();
        }

        @Override
        public double negativeLogLikelihood(LoadedPair pair) {
            return flow.judge(pair.clean(), pair.noisy(), condition, Cancellation.NEVER)
                    .negativeLogLikelihood();
        }
    }
}
