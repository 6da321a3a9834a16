/// Values that vary from frame to frame, and how they are drawn.
///
/// Read [studio.diorama.dataset.sampling.Randomiser] first, then [studio.diorama.dataset.sampling.Varied] and
/// [studio.diorama.dataset.sampling.Draws]. Each draw is a hash of the dataset's seed and of a path such as
/// `frame/17/objects/mug/2/position/try/0`, so neither the order of frames nor the number of workers can matter.
package studio.diorama.dataset.sampling;
