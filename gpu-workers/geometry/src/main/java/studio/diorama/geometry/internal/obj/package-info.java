/// The parts of OBJ and MTL reading and writing; not for other modules.
package studio.diorama.geometry.internal.obj;
