/// The models that a scene uses, loaded once: [studio.diorama.dataset.asset.SceneAssets] finds them wherever the scene
/// says they are, [studio.diorama.dataset.asset.SceneAsset] is one of them with all that labels want to know of it.
package studio.diorama.dataset.asset;
