/// Layer files: pixels to bytes and back, without any other library.
///
/// Writers are quick rather than thrifty, because encoding must not hold rendering back: they pack with
/// [studio.diorama.dataset.file.internal.QuickDeflate], which is several times faster than zlib's level 1 at sizes up
/// to
/// a fifth larger, and gives the same bytes for the same pixels on every machine. Readers take every file as hostile:
/// sizes are checked before memory is taken.
package studio.diorama.dataset.file;
