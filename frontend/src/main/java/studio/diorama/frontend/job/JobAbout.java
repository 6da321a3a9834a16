package studio.diorama.frontend.job;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.component.Facts;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobSpecCodec;
import studio.diorama.persistence.job.NoiseRecipeSpec;
import studio.diorama.persistence.job.PhotoCheckSpec;

/// How a job came about: what it was told to do, when, and on what it ran.
class JobAbout extends Section {

    private static final long serialVersionUID = 1L;

    JobAbout(Job job) {
        addClassName("studio-section");
        Facts facts = new Facts();
        switch (job.spec()) {
            case CameraNoiseSpec noise ->
                facts.with(t("Pipeline"), t("Camera noise"))
                        .with(t("Camera"), each(noise, JobAbout::camera))
                        .with(t("ISO"), each(noise, JobAbout::iso))
                        .with(t("Model"), each(noise, NoiseRecipeSpec::model))
                        .with(t("Seed"), Long.toString(noise.seed()))
                        .with(t("Photos"), Figures.count(noise.images().size()))
                        .with(t("Copies of each picture"), Figures.count(noise.copies()));
            case CameraNoiseFitSpec fit ->
                facts.with(t("Pipeline"), t("A camera of your own"))
                        .with(t("Camera"), fit.camera())
                        .with(t("Pairs"), Figures.count(fit.pairs().size()));
            case CameraNoiseTrainSpec train ->
                facts.with(t("Pipeline"), t("Teach it your camera"))
                        .with(t("Camera"), train.camera())
                        .with(t("Pairs"), Figures.count(train.pairs().size()))
                        .with(t("Bursts"), Figures.count(train.bursts().size()))
                        .with(t("Steps of training"), Figures.count(train.steps()))
                        .with(t("Seed"), Long.toString(train.seed()));
            case CameraNoiseScoreSpec score ->
                facts.with(t("Pipeline"), t("Which camera was it?"))
                        .with(t("Camera"), score.camera() == null ? t("all that are known") : score.camera());
            case PhotoCheckSpec photo -> facts.with(t("Pipeline"), t("Photo check"));
        }
        facts.with(t("Submitted"), Figures.moment(job.times().createdAt()));
        job.times().startedAt().ifPresent(start -> facts.with(t("Started"), Figures.moment(start)));
        job.times().finishedAt().ifPresent(end -> facts.with(t("Ended"), Figures.moment(end)));
        job.device().ifPresent(device -> facts.with(t("Device"), device));
        if (job.attempt() > 0) {
            facts.with(t("Attempt"), Integer.toString(job.attempt()));
        }
        String json = JobSpecCodec.write(job.spec());
        Details asJson = new Details(t("As JSON, for the API and the command line"), new Pre(new Code(json)));
        add(new H2(t("How it came about")), facts, asJson);
    }

    /// What the recipes of a job say, without repetition.
    private static String each(CameraNoiseSpec noise, Function<NoiseRecipeSpec, String> what) {
        return noise.recipes().stream().map(what).distinct().collect(Collectors.joining(", "));
    }

    private static String camera(NoiseRecipeSpec recipe) {
        return recipe.camera() == null ? t("a profile of this project") : recipe.camera();
    }

    private static String iso(NoiseRecipeSpec recipe) {
        if (recipe.lowestIso() == null) {
            return t("as each photo says");
        }
        return recipe.lowestIso().equals(recipe.highestIso())
                ? Figures.count(recipe.lowestIso())
                : t("{0} to {1}", Figures.count(recipe.lowestIso()), Figures.count(recipe.highestIso()));
    }
}
