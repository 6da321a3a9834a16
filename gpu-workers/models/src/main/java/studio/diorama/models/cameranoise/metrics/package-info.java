/// How near synthetic noise is to real noise. Read [studio.diorama.models.cameranoise.metrics.NoiseDivergence] first.
package studio.diorama.models.cameranoise.metrics;
