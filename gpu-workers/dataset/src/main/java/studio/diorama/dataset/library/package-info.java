/// Things and surfaces that Diorama makes by code, so that a first scene needs no upload and no licence.
///
/// Start with [BuiltinAssets] and [Materials]. Each thing is a recipe in `internal.asset`: it draws its
/// proportions from a [studio.diorama.dataset.library.internal.asset.Variant] and lays out solids in a
/// [studio.diorama.dataset.library.internal.asset.Blueprint]. Shapes come from `internal.shape` (lathe, sweep, loft,
/// extrusion, subdivision, isosurface), joints and movements from `internal.rig`, textures from `internal.texture`:
/// a `Pattern` says what is at one place, `TextureBaker` makes pictures of it.
///
/// To add a thing, write a recipe and name it in `Recipes`; the tests then hold it to what all keep: closed solids,
/// unit normals, metres, places within the thing, the same bits at every call.
package studio.diorama.dataset.library;
