/// What a dataset holds in numbers: before it is rendered, beside a real one, and on its card.
package studio.diorama.dataset.statistics;
