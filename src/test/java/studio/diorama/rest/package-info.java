/// The programming interface as a program meets it: the whole application in one process, real HTTP, real files, a
/// real database in a folder of its own. Start with [studio.diorama.rest.UploadJourneyTest].
package studio.diorama.rest;
