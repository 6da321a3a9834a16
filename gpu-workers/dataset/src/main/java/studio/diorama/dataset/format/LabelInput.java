package studio.diorama.dataset.format;

/// What a format cannot be written without, besides the colour image, the instance and the class map.
public enum LabelInput {
    /// The `depth` layer.
    DEPTH("the layer \"depth\""),
    /// The amodal masks of the objects.
    AMODAL("the layer \"amodal\""),
    /// The shapes of the assets ([DatasetInfo#models]).
    MODELS("the shapes of its assets");

    private final String words;

    LabelInput(String words) {
        this.words = words;
    }

    /// What to ask the user for.
    public String words() {
        return words;
    }
}
