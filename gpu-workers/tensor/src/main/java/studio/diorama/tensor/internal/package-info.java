/// How this module speaks to libtorch; nobody else's business.
package studio.diorama.tensor.internal;
