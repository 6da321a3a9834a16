/// From clean/noisy pairs to a camera profile. Read [studio.diorama.models.cameranoise.fit.PairFolder],
/// [studio.diorama.models.cameranoise.fit.NoiseFit], then `IsoFit`.
package studio.diorama.models.cameranoise.fit;
