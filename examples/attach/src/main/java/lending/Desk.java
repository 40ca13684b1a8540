package lending;

import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;

/** Where readers ask. Any thread may serve. */
public final class Desk {
    private static final int TODAY = 40;

    private final SessionFactory sessions;

    Desk(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Answers in one line. */
    public String serve(String request) {
        return switch (request) {
            case "overdue" -> overdue();
            case "renew" -> renew();
            case "shelf" -> shelf();
            default -> "The library does not know what " + request + " is";
        };
    }

    /** A query for the loans, and the mapper sends one more for the book of each. */
    private String overdue() {
        return sessions.fromTransaction(session -> session
                .createSelectionQuery(
                        "from Loan l where l.reader = 'ada' and l.dueDay < :today order by l.id", Loan.class)
                .setParameter("today", TODAY)
                .getResultList()
                .stream()
                .map(loan -> loan.book().title())
                .collect(Collectors.joining(", ", "overdue: ", "")));
    }

    /** Renews one loan after another, each in a transaction of its own. */
    private String renew() {
        List<Loan> loans = sessions.fromTransaction(session -> session.createSelectionQuery(
                        "from Loan l where l.reader = 'grace' order by l.id", Loan.class)
                .getResultList());
        StringBuilder answer = new StringBuilder("renewed until:");
        for (Loan loan : loans) {
            loan.renew();
            sessions.inStatelessTransaction(session -> session.update(loan));
            answer.append(' ').append(loan.dueDay());
        }
        return answer.toString();
    }

    /** One query for all that is shown. */
    private String shelf() {
        return sessions.fromTransaction(session -> session
                .createSelectionQuery("from Loan l join fetch l.book where l.reader = 'ada' order by l.id", Loan.class)
                .getResultList()
                .stream()
                .map(loan -> loan.book().title())
                .collect(Collectors.joining(", ", "shelf: ", "")));
    }
}
