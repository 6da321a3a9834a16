package studio.diorama.frontend.people;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.NewInvitation;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.project.InvitationService;
import studio.diorama.backend.project.MemberService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.common.DioramaException;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.Confirmation;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.session.LiveUpdates;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.project.Invitation;
import studio.diorama.persistence.project.Role;

/// Who belongs to a project, as what, and who is invited.
@Route(value = "projects/:project/people", layout = MainLayout.class)
public class PeopleView extends ProjectPage {

    private static final long serialVersionUID = 1L;

    private final transient MemberService members;
    private final transient InvitationService invitations;

    public PeopleView(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            MemberService members,
            InvitationService invitations,
            LiveUpdates live) {
        super(viewer, projects, access);
        this.members = members;
        this.invitations = invitations;
        live.follow(
                this,
                change -> change.kind() == ChangeKind.MEMBER && project().equals(change.projectId()),
                actor -> access.may(actor, Action.SEE_ALL, project()),
                this::show);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        title(t("People"));
        show();
    }

    private void show() {
        boolean owner = may(Action.MANAGE_PEOPLE);
        if (owner) {
            Button invite = onKey(new Button(t("Invite"), VaadinIcon.PLUS.create(), click -> invite()), "n");
            invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(invite, leaveButton());
        } else {
            actions(leaveButton());
        }
        List<Component> parts = new ArrayList<>();
        Div people = cards();
        for (MemberService.Person person : members.list(actor(), project())) {
            boolean self = person.account().id().equals(actor().id());
            people.add(new MemberCard(person, self, owner, this::changeRole, this::askToRemove));
        }
        parts.add(people);
        List<Invitation> open = owner ? invitations.open(actor(), project()) : List.of();
        if (!open.isEmpty()) {
            Div cards = cards();
            open.forEach(invitation -> cards.add(new InvitationCard(invitation, this::revoke)));
            Section section = new Section(new H2(t("Invited")), cards);
            section.addClassName("studio-section");
            parts.add(section);
        }
        content(parts.toArray(Component[]::new));
    }

    private static Div cards() {
        Div cards = new Div();
        cards.addClassName("studio-cards");
        return cards;
    }

    private void changeRole(Account person, Role role) {
        try {
            members.changeRole(actor(), project(), person.id(), role);
            Notices.done(t("{0} is {1} now.", person.name(), RoleWords.name(role)));
        } catch (DioramaException refusal) {
            Notices.error(refusal.getMessage());
        }
        show();
    }

    private void askToRemove(Account person) {
        Confirmation.ask(
                t("Remove {0}?", person.name()),
                t("They no longer see this project. What they made stays."),
                t("Remove"),
                () -> {
                    members.remove(actor(), project(), person.id());
                    show();
                });
    }

    private Button leaveButton() {
        return new Button(
                t("Leave the project"),
                VaadinIcon.SIGN_OUT.create(),
                click -> Confirmation.ask(
                        t("Leave “{0}”?", membership().project().name()),
                        t("You no longer see it until an owner invites you again."),
                        t("Leave"),
                        this::leave));
    }

    private void leave() {
        members.remove(actor(), project(), actor().id());
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    private void invite() {
        InviteDialog dialog = new InviteDialog((email, role) -> {
            NewInvitation sent = invitations.invite(actor(), project(), email, role);
            show();
            return sent.secret();
        });
        dialog.open();
    }

    private void revoke(UUID invitation) {
        invitations.revoke(actor(), project(), invitation);
        show();
        Notices.done(t("Taken back. The link no longer works."));
    }
}
