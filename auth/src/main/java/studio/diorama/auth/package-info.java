/// Who is signed in and what they may do: local accounts or OIDC, access tokens, the table of rights.
///
/// Start with [studio.diorama.auth.Action] (the table), then [studio.diorama.auth.ProjectAccess] (the check).
package studio.diorama.auth;
