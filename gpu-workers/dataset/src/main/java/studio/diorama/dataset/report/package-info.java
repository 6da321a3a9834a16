/// Whether labels are right: checked with a dataset's files, its assets and double precision, with nothing of the
/// renderer.
///
/// [studio.diorama.dataset.report.Identity] lists what must hold and how closely.
/// [studio.diorama.dataset.report.FrameCheck] checks a frame, [studio.diorama.dataset.report.DatasetCheck] a folder;
/// a [studio.diorama.dataset.report.DatasetReport] says what was measured.
package studio.diorama.dataset.report;
