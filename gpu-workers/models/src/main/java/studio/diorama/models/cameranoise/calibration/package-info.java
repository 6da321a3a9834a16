/// A person's own camera, from their pairs or bursts to weights and a report of how near they come.
///
/// ```
/// bursts ─ aligned, averaged ─┐
/// pairs ──────────────────────┴─ scenes held out ─┬─ training ── weights
///                                                 └─ held out ── report: NLL, KLs, noise by brightness, correlation
/// ```
///
/// Read [studio.diorama.models.cameranoise.calibration.NoiseCalibration] first.
package studio.diorama.models.cameranoise.calibration;
