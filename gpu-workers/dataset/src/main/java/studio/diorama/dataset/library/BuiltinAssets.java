package studio.diorama.dataset.library;

import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.library.internal.asset.Recipe;
import studio.diorama.dataset.library.internal.asset.Recipes;
import studio.diorama.dataset.library.internal.asset.Variant;

/// The things that a scene may name as `{"builtin": "mug"}`, made by code when they are asked for.
public final class BuiltinAssets {

    private BuiltinAssets() {}

    /// All names, in the order in which a catalogue shows them.
    public static List<String> names() {
        return List.copyOf(Recipes.ALL.sequencedKeySet());
    }

    /// The usual thing of that name.
    ///
    /// @throws DioramaException if there is none
    public static BuiltinAsset get(String name) {
        return get(name, 0);
    }

    /// A thing of that name whose proportions, colours and materials follow from the variant's number alone.
    ///
    /// @throws DioramaException if there is no thing of that name
    public static BuiltinAsset get(String name, long variant) {
        Recipe recipe = Recipes.ALL.get(name);
        if (recipe == null) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "one of the built-in assets %s expected, got '%s'".formatted(names(), name));
        }
        return recipe.draw(new Variant(name, variant)).build(name, variant);
    }
}
