package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.LongFunction;
import studio.diorama.backend.operations.AuditService;
import studio.diorama.frontend.Figures;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.audit.AuditLog;

/// The record of what people did, newest first, a page at a time.
class AuditTable extends Div {

    private static final long serialVersionUID = 1L;

    /// Rows that come at a time.
    static final int PAGE = 25;

    private final transient LongFunction<List<AuditService.Row>> rowsBelow;
    private final NativeTable table = new NativeTable();
    private final Button older = new Button(t("Older"), click -> more());
    private long oldest = Long.MAX_VALUE;

    /// @param rowsBelow at most [#PAGE] rows whose numbers are below the given one
    AuditTable(LongFunction<List<AuditService.Row>> rowsBelow) {
        this.rowsBelow = rowsBelow;
        NativeTableRow head = table.getHead().addRow();
        for (String name : List.of(t("When"), t("Who"), t("What"), t("To what"), t("Details"))) {
            head.addHeaderCell().setText(name);
        }
        Div wrap = new Div(table);
        wrap.addClassName("studio-table-wrap");
        wrap.getStyle().set("margin-bottom", "0.75rem");
        wrap.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        wrap.getElement().setAttribute("aria-label", t("Who did what"));
        add(wrap, older);
    }

    void start() {
        oldest = Long.MAX_VALUE;
        table.getBody().removeAll();
        more();
    }

    private void more() {
        List<AuditService.Row> rows = rowsBelow.apply(oldest);
        rows.forEach(this::add);
        older.setVisible(rows.size() == PAGE);
    }

    private void add(AuditService.Row row) {
        AuditLog.Entry entry = row.entry();
        oldest = entry.number();
        NativeTableRow line = table.getBody().addRow();
        line.addDataCell().setText(Figures.moment(entry.at()));
        line.addDataCell().setText(row.person().map(Account::name).orElse("–"));
        line.addDataCell().add(mono(entry.action(), entry.action()));
        line.addDataCell().add(mono(entry.objectId(), shortened(entry.objectId())));
        line.addDataCell().setText(entry.detail());
    }

    private static Span mono(String whole, String shown) {
        Span span = new Span(shown);
        span.addClassName("studio-mono");
        span.setTitle(whole);
        return span;
    }

    /// The end of an id tells rows apart; its beginning is the time.
    private static String shortened(String id) {
        return id.length() <= 12 ? id : "…" + id.substring(id.length() - 8);
    }
}
