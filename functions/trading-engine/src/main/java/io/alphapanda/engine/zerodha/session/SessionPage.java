package io.alphapanda.engine.zerodha.session;

import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.session.BrokerSession;

/// What the person who logs in is shown. Plain, and without anything that opens an account.
final class SessionPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title></head>
            <body>
            <h1>%1$s</h1>
            %2$s</body>
            </html>
            """;

    private SessionPage() {}

    static String loggedIn(BrokerAccount account, BrokerSession session) {
        var title = "Logged in as " + session.userId() + " until " + TokenLife.inIndia(session.expiresAt());
        return page(
                account,
                title,
                paragraph("Account " + account.broker() + ", " + realityInWords(account.reality())
                        + ". The session ends at that time, Indian time. You can close this page."));
    }

    static String refused(BrokerAccount account, String reason) {
        return page(account, "Not logged in", paragraph(reason) + "<p><a href=\"login\">Begin again</a></p>\n");
    }

    private static String page(BrokerAccount account, String title, String body) {
        var shown = account.reality() == Reality.LIVE ? title : account.reality() + ": " + title;
        return PAGE.formatted(escaped(shown), body);
    }

    private static String realityInWords(Reality reality) {
        return switch (reality) {
            case PAPER -> "PAPER: nothing leaves the house";
            case SIMULATED -> "SIMULATED: a simulated broker on this machine, no real money";
            case LIVE -> "LIVE: orders move real money";
        };
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
