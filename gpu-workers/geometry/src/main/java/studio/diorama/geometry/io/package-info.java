/// Models in and out of files: glTF and GLB, OBJ with MTL, PLY, USD.
///
/// Every file is taken for hostile until each number in it has been checked: sizes before memory is asked for,
/// indices before they are followed, names before they are opened. What cannot be taken is refused with a
/// [studio.diorama.common.DioramaException] that names the place in the file.
package studio.diorama.geometry.io;
