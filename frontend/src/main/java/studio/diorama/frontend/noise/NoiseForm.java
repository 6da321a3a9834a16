package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.backend.job.PipelineOffers;
import studio.diorama.frontend.Figures;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.job.CameraNoiseSpec;

/// Camera, ISO and the rest of a camera-noise job, with values that do for a first try.
class NoiseForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_ISO = 1600;
    private static final List<String> CLASSICAL = List.of("heteroscedastic", "isotropic");

    private final Select<CameraChoice> camera = new Select<>();
    private final IntegerField iso = new IntegerField(t("ISO"));
    private final Checkbox ownIso = new Checkbox(t("As each photo says (EXIF)"));
    private final RadioButtonGroup<String> model = new RadioButtonGroup<>(t("Model"));
    private final IntegerField seed = new IntegerField(t("Seed"));
    private final Checkbox eightBit = new Checkbox(t("8-bit PNG"), true);
    private final Checkbox sixteenBit = new Checkbox(t("16-bit PNG"), false);
    private final Checkbox dataset = new Checkbox(t("Paired dataset as a zip"), true);
    private final transient List<CameraChoice> choices;

    NoiseForm(List<PipelineOffers.Camera> cameras, List<Asset> profiles) {
        choices = choices(cameras, profiles);
        addClassName("studio-form-fields");
        camera.setLabel(t("Camera"));
        camera.setItems(choices);
        camera.setItemLabelGenerator(CameraChoice::name);
        camera.addValueChangeListener(change -> showRange(change.getValue()));
        camera.setHelperText(choices.isEmpty() ? t("No worker has told its cameras yet. Try again in a moment.") : "");
        iso.setStepButtonsVisible(true);
        iso.setStep(100);
        iso.setValue(FIRST_ISO);
        ownIso.addValueChangeListener(change -> iso.setEnabled(!change.getValue()));
        model.setItemLabelGenerator(NoiseForm::modelName);
        model.setHelperText(t("Heteroscedastic is nearest in how much noise there is; the flow has the grain too."));
        seed.setValue(1);
        seed.setHelperText(t("The same seed gives the same bytes."));
        Details more = new Details(t("More"), model, seed, new Div(eightBit, sixteenBit));
        add(camera, new Div(iso, ownIso), dataset, more);
        choices.stream().findFirst().ifPresent(camera::setValue);
    }

    /// A camera that can be chosen: built in, or fitted or learnt in this project.
    private record CameraChoice(
            String name, String description, Optional<UUID> profile, int leastIso, int mostIso, List<String> models) {}

    private static List<CameraChoice> choices(List<PipelineOffers.Camera> cameras, List<Asset> profiles) {
        List<CameraChoice> choices = new ArrayList<>();
        for (Asset profile : profiles) {
            boolean flow = profile.kind() == AssetKind.NOISE_MODEL;
            choices.add(new CameraChoice(
                    flow
                            ? t("{0} (your own, learnt)", withoutEnding(profile.name(), ".safetensors"))
                            : t("{0} (your own)", withoutEnding(profile.name(), ".camera.json")),
                    profile.message().orElse(""),
                    Optional.of(profile.id()),
                    25,
                    409_600,
                    flow ? List.of(CameraNoiseSpec.FLOW) : CLASSICAL));
        }
        for (PipelineOffers.Camera camera : cameras) {
            choices.add(new CameraChoice(
                    camera.name(),
                    camera.description(),
                    Optional.empty(),
                    camera.leastIso(),
                    camera.mostIso(),
                    camera.models().isEmpty() ? CLASSICAL : camera.models()));
        }
        return List.copyOf(choices);
    }

    private static String withoutEnding(String name, String ending) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }

    private void showRange(CameraChoice chosen) {
        if (chosen == null) {
            return;
        }
        camera.setHelperText(chosen.description());
        Optional<String> before = model.getOptionalValue().filter(chosen.models()::contains);
        model.setItems(chosen.models());
        model.setValue(before.orElse(chosen.models().getFirst()));
        iso.setMin(chosen.leastIso());
        iso.setMax(chosen.mostIso());
        iso.setHelperText(
                chosen.profile().isPresent()
                        ? t("Any between those that it was fitted at.")
                        : t(
                                "{0} to {1}, any value",
                                Figures.count(chosen.leastIso()), Figures.count(chosen.mostIso())));
        if (chosen.profile().isEmpty() && iso.getValue() != null) {
            iso.setValue(Math.clamp(iso.getValue(), chosen.leastIso(), chosen.mostIso()));
        }
    }

    void fill(CameraNoiseSpec spec) {
        choices.stream()
                .filter(choice -> spec.profile() == null
                        ? choice.name().equals(spec.camera())
                        : choice.profile().filter(spec.profile()::equals).isPresent())
                .findFirst()
                .ifPresent(camera::setValue);
        ownIso.setValue(spec.iso() == null);
        Optional.ofNullable(spec.iso()).ifPresent(iso::setValue);
        if (camera.getOptionalValue()
                .filter(chosen -> chosen.models().contains(spec.model()))
                .isPresent()) {
            model.setValue(spec.model());
        }
        seed.setValue((int) spec.seed());
        eightBit.setValue(spec.bitDepths().contains(8));
        sixteenBit.setValue(spec.bitDepths().contains(16));
        dataset.setValue(spec.dataset());
    }

    /// What the form says, or empty once the field that is wrong has said so.
    Optional<CameraNoiseSpec> spec(List<UUID> images) {
        if (camera.isEmpty()) {
            camera.setInvalid(true);
            camera.setErrorMessage(t("Choose a camera."));
            return Optional.empty();
        }
        if (!ownIso.getValue() && (iso.isEmpty() || iso.isInvalid())) {
            iso.setInvalid(true);
            iso.setErrorMessage(t("An ISO within the camera’s range is needed."));
            return Optional.empty();
        }
        Set<Integer> bitDepths = new LinkedHashSet<>();
        if (eightBit.getValue() || !sixteenBit.getValue()) {
            bitDepths.add(8);
        }
        if (sixteenBit.getValue()) {
            bitDepths.add(16);
        }
        CameraChoice chosen = camera.getValue();
        return Optional.of(new CameraNoiseSpec(
                1,
                model.getValue(),
                chosen.profile().isPresent() ? null : chosen.name(),
                chosen.profile().orElse(null),
                ownIso.getValue() ? null : iso.getValue(),
                seed.isEmpty() ? 1 : seed.getValue(),
                images,
                bitDepths,
                dataset.getValue()));
    }

    private static String modelName(String model) {
        return switch (model) {
            case CameraNoiseSpec.FLOW -> t("Flow: learnt, with the camera’s grain");
            case "heteroscedastic" -> t("Heteroscedastic: grows with the light");
            case "isotropic" -> t("Isotropic: the same everywhere");
            default -> model;
        };
    }
}
