/// What the readers and writers share; not for other modules.
package studio.diorama.geometry.internal;
