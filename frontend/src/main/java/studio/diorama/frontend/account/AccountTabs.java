package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.RouterLink;

/// The two pages about oneself.
class AccountTabs extends Tabs {

    private static final long serialVersionUID = 1L;

    AccountTabs(int selected) {
        super(
                new Tab(new RouterLink(t("Profile"), AccountView.class)),
                new Tab(new RouterLink(t("Access tokens"), TokensView.class)));
        setSelectedIndex(selected);
        getStyle().setMarginBottom("1.5rem");
    }
}
