package studio.diorama.dataset.asset;

import java.util.List;
import studio.diorama.dataset.format.ModelInfo;
import studio.diorama.dataset.format.RigidPose;

/// Motions that map a model onto itself, so that nobody can tell its poses apart.
///
/// @param discrete rigid motions besides the identity
/// @param continuous axes about which any turn does
public record AssetSymmetry(List<RigidPose> discrete, List<ModelInfo.Axis> continuous) {

    /// Every pose is told from every other.
    public static final AssetSymmetry NONE = new AssetSymmetry(List.of(), List.of());

    public AssetSymmetry {
        discrete = List.copyOf(discrete);
        continuous = List.copyOf(continuous);
    }
}
