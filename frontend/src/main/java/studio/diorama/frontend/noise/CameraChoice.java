package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.backend.job.PipelineOffers;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.NoiseRecipeSpec;

/// A camera that can be chosen: built in, or fitted or learnt in this project.
///
/// @param name for people, and of a built-in camera its own
/// @param description what is said below it
/// @param profile of the project; empty for a built-in camera
/// @param leastIso that it serves, as far as is known here
/// @param mostIso that it serves, as far as is known here
/// @param models that know it, the one to begin with first
record CameraChoice(
        String name, String description, Optional<UUID> profile, int leastIso, int mostIso, List<String> models) {

    private static final List<String> CLASSICAL = List.of("heteroscedastic", "isotropic");

    /// The project's own cameras, then the built-in ones.
    static List<CameraChoice> all(List<PipelineOffers.Camera> cameras, List<Asset> profiles) {
        List<CameraChoice> choices = new ArrayList<>();
        profiles.forEach(profile -> choices.add(of(profile)));
        cameras.forEach(camera -> choices.add(of(camera)));
        return List.copyOf(choices);
    }

    private static CameraChoice of(Asset profile) {
        boolean flow = profile.kind() == AssetKind.NOISE_MODEL;
        return new CameraChoice(
                flow
                        ? t("{0} (your own, learnt)", withoutEnding(profile.name(), ".safetensors"))
                        : t("{0} (your own)", withoutEnding(profile.name(), ".camera.json")),
                profile.message().orElse(""),
                Optional.of(profile.id()),
                25,
                409_600,
                flow ? List.of(CameraNoiseSpec.FLOW) : CLASSICAL);
    }

    private static CameraChoice of(PipelineOffers.Camera camera) {
        return new CameraChoice(
                camera.name(),
                camera.description(),
                Optional.empty(),
                camera.leastIso(),
                camera.mostIso(),
                camera.models().isEmpty() ? CLASSICAL : camera.models());
    }

    private static String withoutEnding(String name, String ending) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }

    boolean isOf(NoiseRecipeSpec recipe) {
        return recipe.profile() == null
                ? profile.isEmpty() && name.equals(recipe.camera())
                : profile.filter(recipe.profile()::equals).isPresent();
    }

    /// Its noise at ISOs of a range, as far as it reaches into it; at each photo's own where the range is null.
    NoiseRecipeSpec recipe(String wantedModel, Integer lowestIso, Integer highestIso) {
        return new NoiseRecipeSpec(
                models.contains(wantedModel) ? wantedModel : models.getFirst(),
                profile.isPresent() ? null : name,
                profile.orElse(null),
                lowestIso == null ? null : (Integer) Math.clamp(lowestIso, leastIso, mostIso),
                highestIso == null ? null : (Integer) Math.clamp(highestIso, leastIso, mostIso));
    }
}
