/// What a scene file says: assets, objects, lights, cameras, weather and constraints, each value fixed or varied.
///
/// Read [studio.diorama.dataset.scene.SceneDescription] first: it is the file, record by record.
/// [studio.diorama.dataset.scene.SceneReader] makes one from JSON and names the place of each mistake. The JSON Schema
/// `schema/diorama.scene.1.json` among the resources says the same for editors and other programs.
package studio.diorama.dataset.scene;
