/// Pictures of labels for people: [studio.diorama.dataset.sheet.ContactSheet] draws a frame's layers side by side,
/// [studio.diorama.dataset.sheet.LabelPicture] one of them. No fonts, no display; the same frame gives the same bytes.
package studio.diorama.dataset.sheet;
