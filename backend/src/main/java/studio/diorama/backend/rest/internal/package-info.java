/// What all resources share: who asks, how bodies are read, how failures are answered, repeated requests, pages.
package studio.diorama.backend.rest.internal;
