/// The programming interface `/api/v1`: resources that read a request, call a service of this module and write what it
/// gives. They decide nothing about rights; the services do.
///
/// Reading order: [studio.diorama.backend.rest.project.ProjectResource] as the plainest example, then
/// `internal.ActorFilter` (nothing is open unless it says so), `internal.Problems` (how every failure is answered),
/// `internal.StrictJsonReader` (what bodies may look like).
package studio.diorama.backend.rest;
