/// Layer files: pixels to bytes and back, without any other library.
///
/// Writers are quick rather than thrifty (deflate level 1), because encoding must not hold rendering back. The same
/// pixels give the same bytes on one build; across builds compare decoded values, for deflate may differ. Readers
/// take every file as hostile: sizes are checked before memory is taken.
package studio.diorama.dataset.file;
