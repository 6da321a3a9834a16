package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What all frames of a dataset share.
///
/// @param name of the dataset
/// @param description a sentence
/// @param version such as `1.0`
/// @param classes in the order of their ids
/// @param models of the assets, for formats that need them; may be empty
/// @param licences of the assets and the images
public record DatasetInfo(
        String name,
        String description,
        String version,
        List<ClassInfo> classes,
        List<ModelInfo> models,
        List<Licence> licences) {

    public DatasetInfo {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(version, "version is null");
        classes = List.copyOf(requireNonNull(classes, "classes is null"));
        models = List.copyOf(requireNonNull(models, "models is null"));
        licences = List.copyOf(requireNonNull(licences, "licences is null"));
        for (int i = 1; i < classes.size(); i++) {
            if (classes.get(i - 1).id() >= classes.get(i).id()) {
                throw new IllegalArgumentException("classes must come in the order of their ids, each id once");
            }
        }
        if (classes.stream().map(ClassInfo::name).distinct().count() != classes.size()) {
            throw new IllegalArgumentException("class names must differ from each other");
        }
        if (models.stream().mapToInt(ModelInfo::id).distinct().count() != models.size()
                || models.stream().map(ModelInfo::asset).distinct().count() != models.size()) {
            throw new IllegalArgumentException("models must differ in id and asset");
        }
    }

    /// The class with an id.
    ///
    /// @throws DioramaException if there is none
    public ClassInfo classOf(int id) {
        for (ClassInfo known : classes) {
            if (known.id() == id) {
                return known;
            }
        }
        throw new DioramaException(
                ErrorCode.INVALID_INPUT,
                "Class %d is used by an object but not listed; the dataset has the classes %s."
                        .formatted(id, classes.stream().map(ClassInfo::id).toList()));
    }

    /// Models by the asset they describe.
    public Map<String, ModelInfo> modelsByAsset() {
        return models.stream().collect(Collectors.toMap(ModelInfo::asset, Function.identity()));
    }
}
