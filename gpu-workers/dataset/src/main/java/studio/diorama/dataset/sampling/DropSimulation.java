package studio.diorama.dataset.sampling;

import java.util.List;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.frame.ResolvedPose;

/// Lets things fall until they rest. The same bodies in the same order give the same poses on one machine; poses go
/// into the manifest, so nothing is ever simulated again.
@FunctionalInterface
public interface DropSimulation {

    /// The longest fall, in seconds.
    double LONGEST = 4;

    /// Where each body comes to rest, or is after [#LONGEST]; bodies that do not fall stay.
    List<ResolvedPose> settle(List<Body> bodies);

    /// A body.
    ///
    /// @param asset its shape
    /// @param pose where it starts
    /// @param falls whether gravity moves it
    record Body(SceneAsset asset, ResolvedPose pose, boolean falls) {}
}
