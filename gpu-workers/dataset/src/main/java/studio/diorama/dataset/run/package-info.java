/// From a scene to a published dataset folder.
///
/// Start with [studio.diorama.dataset.run.DatasetPipeline], the one door that the command line, the job and REST use.
/// [studio.diorama.dataset.run.DatasetRun] renders frames and publishes each of them whole or not at all;
/// [studio.diorama.dataset.run.DatasetFolder] knows where files lie; [studio.diorama.dataset.run.SceneTranslator] is
/// all that knows both a frame and the renderer.
package studio.diorama.dataset.run;
