/// What every module speaks: errors, seeds, progress and cancellation. Depends on the JDK alone.
package studio.diorama.common;
