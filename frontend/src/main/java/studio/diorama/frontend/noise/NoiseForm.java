package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.backend.job.PipelineOffers;
import studio.diorama.frontend.Figures;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.NoiseRecipeSpec;

/// Camera, ISO and the rest of a camera-noise job, with values that do for a first try.
class NoiseForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_ISO = 1600;

    private final Select<CameraChoice> camera = new Select<>();
    private final MultiSelectComboBox<CameraChoice> mixed = new MultiSelectComboBox<>(t("Mixed with"));
    private final IntegerField iso = new IntegerField(t("ISO"));
    private final IntegerField highestIso = new IntegerField(t("ISO up to"));
    private final Checkbox ownIso = new Checkbox(t("As each photo says (EXIF)"));
    private final RadioButtonGroup<String> model = new RadioButtonGroup<>(t("Model"));
    private final IntegerField seed = new IntegerField(t("Seed"));
    private final IntegerField copies = new IntegerField(t("Copies of each picture"));
    private final Checkbox eightBit = new Checkbox(t("8-bit PNG"), true);
    private final Checkbox sixteenBit = new Checkbox(t("16-bit PNG"), false);
    private final Checkbox dataset = new Checkbox(t("Paired dataset as a zip"), true);
    private final transient List<CameraChoice> choices;

    NoiseForm(List<PipelineOffers.Camera> cameras, List<Asset> profiles) {
        choices = CameraChoice.all(cameras, profiles);
        addClassName("studio-form-fields");
        camera.setLabel(t("Camera"));
        camera.setItems(choices);
        camera.setItemLabelGenerator(CameraChoice::name);
        camera.addValueChangeListener(change -> showRange(change.getValue()));
        camera.setHelperText(choices.isEmpty() ? t("No worker has told its cameras yet. Try again in a moment.") : "");
        mixed.setItems(choices);
        mixed.setItemLabelGenerator(CameraChoice::name);
        mixed.setHelperText(t("Each picture is dealt one of the cameras."));
        highestIso.setHelperText(t("Filled in, each picture’s ISO is drawn between the two."));
        highestIso.setMin(25);
        highestIso.setMax(409_600);
        copies.setValue(1);
        copies.setMin(1);
        copies.setMax(CameraNoiseSpec.MOST_COPIES);
        copies.setStepButtonsVisible(true);
        copies.setHelperText(t("Each has noise of its own."));
        // Any whole ISO: a step would be counted from the camera's lowest, and refuse 800 where that is 25.
        iso.setStep(1);
        iso.setValue(FIRST_ISO);
        ownIso.addValueChangeListener(change -> {
            iso.setEnabled(!change.getValue());
            highestIso.setEnabled(!change.getValue());
        });
        model.setItemLabelGenerator(NoiseForm::modelName);
        model.setHelperText(t("Heteroscedastic is nearest in how much noise there is; the flow has the grain too."));
        seed.setValue(1);
        seed.setHelperText(t("The same seed gives the same bytes."));
        Details more = new Details(t("More"), mixed, highestIso, copies, model, seed, new Div(eightBit, sixteenBit));
        add(camera, new Div(iso, ownIso), dataset, more);
        choices.stream().findFirst().ifPresent(camera::setValue);
    }

    private void showRange(CameraChoice chosen) {
        if (chosen == null) {
            return;
        }
        camera.setHelperText(chosen.description());
        Optional<String> before = model.getOptionalValue();
        model.setItems(chosen.models());
        model.setValue(before.filter(chosen.models()::contains)
                .orElseGet(() -> chosen.models().getFirst()));
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
        List<NoiseRecipeSpec> recipes = spec.recipes();
        List<CameraChoice> chosen = choices.stream()
                .filter(choice -> recipes.stream().anyMatch(choice::isOf))
                .toList();
        chosen.stream()
                .filter(choice -> choice.isOf(recipes.getFirst()))
                .findFirst()
                .ifPresent(camera::setValue);
        mixed.setValue(spec.mixture().size() > 1 ? chosen : List.of());
        ownIso.setValue(recipes.getFirst().lowestIso() == null);
        recipes.stream()
                .map(NoiseRecipeSpec::lowestIso)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .ifPresent(iso::setValue);
        recipes.stream()
                .map(NoiseRecipeSpec::highestIso)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .filter(highest -> !highest.equals(iso.getValue()))
                .ifPresent(highestIso::setValue);
        String law = recipes.getFirst().model();
        if (camera.getOptionalValue()
                .filter(choice -> choice.models().contains(law))
                .isPresent()) {
            model.setValue(law);
        }
        copies.setValue(spec.copies());
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
        if (highestIso.isInvalid()
                || (!highestIso.isEmpty() && !ownIso.getValue() && highestIso.getValue() < iso.getValue())) {
            highestIso.setInvalid(true);
            highestIso.setErrorMessage(t("An ISO above the lower one is needed, or none."));
            return Optional.empty();
        }
        Integer lowest = ownIso.getValue() ? null : iso.getValue();
        Integer highest = highestIso.isEmpty() || lowest == null ? lowest : highestIso.getValue();
        Set<CameraChoice> cameras = new LinkedHashSet<>(List.of(camera.getValue()));
        cameras.addAll(mixed.getValue());
        return Optional.of(spec(cameras, lowest, highest, images));
    }

    private CameraNoiseSpec spec(Set<CameraChoice> cameras, Integer lowest, Integer highest, List<UUID> images) {
        List<NoiseRecipeSpec> recipes = cameras.stream()
                .map(choice -> choice.recipe(model.getValue(), lowest, highest))
                .toList();
        NoiseRecipeSpec first = recipes.getFirst();
        boolean one = recipes.size() == 1 && Objects.equals(first.lowestIso(), first.highestIso());
        return new CameraNoiseSpec(
                1,
                one ? first.model() : null,
                one ? first.camera() : null,
                one ? first.profile() : null,
                one ? first.lowestIso() : null,
                seed.isEmpty() ? 1 : seed.getValue(),
                images,
                bitDepths(),
                dataset.getValue(),
                one ? List.of() : recipes,
                copies.isEmpty() ? 1 : copies.getValue());
    }

    private Set<Integer> bitDepths() {
        Set<Integer> bitDepths = new LinkedHashSet<>();
        if (eightBit.getValue() || !sixteenBit.getValue()) {
            bitDepths.add(8);
        }
        if (sixteenBit.getValue()) {
            bitDepths.add(16);
        }
        return bitDepths;
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
