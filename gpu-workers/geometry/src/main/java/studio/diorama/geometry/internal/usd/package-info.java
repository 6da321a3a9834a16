/// The parts of USD writing; not for other modules.
package studio.diorama.geometry.internal.usd;
