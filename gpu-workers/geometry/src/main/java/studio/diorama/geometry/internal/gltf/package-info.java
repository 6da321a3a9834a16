/// The parts of glTF 2.0 reading and writing, one a file; not for other modules.
///
/// A read goes through [GltfContainer], [GltfBuffers], [GltfAccessors], [GltfImages], [GltfMaterials], [GltfMeshes],
/// [GltfNodes], [GltfAnimations]; a write through [GltfWriter].
package studio.diorama.geometry.internal.gltf;
