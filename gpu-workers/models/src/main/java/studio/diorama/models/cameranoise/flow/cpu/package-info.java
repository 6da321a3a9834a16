/// The flow on a processor without any tensor library: rows of planes, one fixed order of additions for every pixel, so
/// that tiles, threads and vector widths all give the same bits.
///
/// Reading order: `Tile` (the planes), `CompiledFlow` (a flow for one camera and ISO), `CompiledCoupling` with
/// `CouplingRows`, `Convolution`, `CompiledAffine`, `CompiledMixing`; `RowMath` (what is done to a row),
/// `PlainRowMath` and `VectorRowMath` with its blocks (how, with the same bits).
package studio.diorama.models.cameranoise.flow.cpu;
