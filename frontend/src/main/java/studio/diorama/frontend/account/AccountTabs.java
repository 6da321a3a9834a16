package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;

/// The two pages about oneself: plain links, for a tab that holds a link is two controls in one.
class AccountTabs extends Nav {

    private static final long serialVersionUID = 1L;

    AccountTabs(int selected) {
        addClassName("studio-tabs");
        getElement().setAttribute("aria-label", t("Account"));
        add(new RouterLink(t("Profile"), AccountView.class), new RouterLink(t("Access tokens"), TokensView.class));
        getComponentAt(selected).getElement().setAttribute("aria-current", "page");
    }
}
