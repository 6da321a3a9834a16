/// Who is signed in and what they may do: local accounts or OIDC, access tokens, the table of rights.
///
/// Start with [studio.diorama.auth.Action] (the table), then [studio.diorama.auth.ProjectAccess] (the check). Who
/// asks is an [studio.diorama.auth.Actor]: requests get theirs from [studio.diorama.auth.CurrentActor], pages that
/// stay open from [studio.diorama.auth.ActorSource]. Sessions begin in [studio.diorama.auth.LocalSignIn],
/// [studio.diorama.auth.FirstAccount] or [studio.diorama.auth.Invitations].
package studio.diorama.auth;
