/// Use cases, REST and the queue's front side; knows no model.
///
/// Each service takes the [studio.diorama.auth.Actor] first and checks the object before anything else. Start with
/// [studio.diorama.backend.job.JobService], then [studio.diorama.backend.asset.UploadService].
package studio.diorama.backend;
