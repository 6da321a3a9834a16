package studio.diorama.render.internal;

/// Where a mesh lies in the [GeometryStore].
///
/// @param firstVertex place of its vertices
/// @param vertexCount how many
/// @param firstTriangle place of its triangles; its indices begin at three times that
/// @param triangleCount how many
record MeshSlot(int firstVertex, int vertexCount, int firstTriangle, int triangleCount) {}
