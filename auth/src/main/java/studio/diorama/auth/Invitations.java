package studio.diorama.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.auth.internal.BrowserSessions;
import studio.diorama.auth.internal.PasswordHasher;
import studio.diorama.auth.internal.PasswordPolicy;
import studio.diorama.auth.internal.PersonalData;
import studio.diorama.auth.internal.Secrets;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.project.Invitation;
import studio.diorama.persistence.project.InvitationRepository;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.Role;

/// Links that make their receiver a member: once, for a week, for one address and one role.
@ApplicationScoped
public class Invitations {

    private final SignInMode mode;
    private final Database database;
    private final InvitationRepository invitations;
    private final MemberRepository members;
    private final AccountRepository accounts;
    private final BrowserSessions sessions;
    private final PasswordHasher hasher;
    private final AuditLog audit;
    private final InstantSource clock;
    private final DioramaConfig config;

    public Invitations(
            SignInMode mode,
            Database database,
            InvitationRepository invitations,
            MemberRepository members,
            AccountRepository accounts,
            BrowserSessions sessions,
            PasswordHasher hasher,
            AuditLog audit,
            InstantSource clock,
            DioramaConfig config) {
        this.mode = mode;
        this.database = database;
        this.invitations = invitations;
        this.members = members;
        this.accounts = accounts;
        this.sessions = sessions;
        this.hasher = hasher;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// @return the invitation and the secret of its link `/invitation?key=…`, which is shown this once
    /// @throws DioramaException as [ProjectAccess#check(Actor, Action, UUID)], or `INVALID_INPUT` for a bad address
    public NewInvitation create(Actor actor, UUID projectId, String email, Role role) {
        new ProjectAccess(members).check(actor, Action.MANAGE_PEOPLE, projectId);
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                Ids.next(),
                projectId,
                PersonalData.email(email),
                role,
                actor.id(),
                now,
                now.plus(config.session().invitationLife()),
                Optional.empty());
        String secret = Secrets.random();
        invitations.create(invitation, Secrets.hash(secret));
        return new NewInvitation(invitation, secret);
    }

    /// What a link leads to.
    ///
    /// @throws DioramaException `NOT_FOUND` for no such link, `GONE` for one that was used or has expired
    public Invitation open(String secret) {
        Invitation invitation = Optional.of(secret)
                .filter(Secrets::isWellFormed)
                .flatMap(text -> invitations.findByHash(Secrets.hash(text)))
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.NOT_FOUND,
                        "There is no such invitation. Copy the whole link, or ask for a new one."));
        if (invitation.acceptedAt().isPresent() || !invitation.expiresAt().isAfter(clock.instant())) {
            throw gone();
        }
        return invitation;
    }

    /// Makes a person who is signed in a member.
    ///
    /// @throws DioramaException as [#open(String)], or `FORBIDDEN` if the invitation is for somebody else
    public Invitation accept(Actor actor, String secret) {
        Invitation invitation = open(secret);
        if (!invitation.email().equals(actor.account().email()) || actor.token().isPresent()) {
            throw new DioramaException(
                    ErrorCode.FORBIDDEN,
                    "This invitation is for somebody else. Sign in with the address it was sent to, or ask for your own.");
        }
        return database.transaction(session -> use(invitation, actor.id()));
    }

    /// Makes an account for somebody new, who is then a member and signed in.
    ///
    /// @throws DioramaException as [#open(String)], `CONFLICT` if the address has an account, or
    ///     `INVALID_INPUT` that names the field
    public NewSignIn acceptAsNewcomer(String secret, String name, String password) {
        mode.requireLocal();
        Invitation invitation = open(secret);
        String shown = PersonalData.name("Name", name, config.limits().nameLength());
        PasswordPolicy.check(password, invitation.email());
        if (accounts.findByEmail(invitation.email()).isPresent()) {
            throw new DioramaException(
                    ErrorCode.CONFLICT, "You have an account already. Sign in, then open the invitation again.");
        }
        String hash = hasher.hash(password);
        return database.transaction(session -> {
            Account account = accounts.create(invitation.email(), shown, hash, null, false, clock.instant());
            use(invitation, account.id());
            return sessions.open(account);
        });
    }

    private Invitation use(Invitation invitation, UUID accountId) {
        if (!invitations.accept(invitation.id(), clock.instant())) {
            throw gone();
        }
        // An invitation never takes anything away from somebody who is more already.
        boolean moreAlready = members.roleOf(accountId, invitation.projectId())
                .filter(role -> role.compareTo(invitation.role()) <= 0)
                .isPresent();
        if (!moreAlready) {
            members.put(invitation.projectId(), accountId, invitation.role());
        }
        audit.append(
                accountId,
                invitation.projectId(),
                "invitation.accept",
                invitation.id().toString(),
                invitation.role().name());
        return invitation;
    }

    private static DioramaException gone() {
        return new DioramaException(ErrorCode.GONE, "This invitation was used or has expired. Ask for a new one.");
    }
}
