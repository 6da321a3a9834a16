/// The flow on a processor without any tensor library: rows of planes, one fixed order of additions for every pixel, so
/// that tiles, threads and vector widths all give the same bits.
///
/// Reading order: `RowMath` (what is done to a row), `VectorRowMath` and `PlainRowMath` (how, with the same bits),
/// `Tile` (the planes), `CompiledFlow` (a flow for one camera and ISO), `CompiledCoupling`, `CompiledAffine`,
/// `CompiledMixing`.
package studio.diorama.models.cameranoise.flow.cpu;
