package shop.page;

import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import shop.model.Widget;

/** The cheapest widgets with a word. */
final class Search implements Page {
    private static final String WORD = "brass";
    private static final int HITS = 20;

    private final SessionFactory sessions;

    Search(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "search";
    }

    /** Fetches the numbers of all widgets with the word and hands them back, hundreds of them, for twenty widgets. */
    @Override
    public String broken() {
        return sessions.fromTransaction(session -> {
            List<Long> numbers = session.createSelectionQuery(
                            "select k.widget.id from Keyword k where k.word = :word", Long.class)
                    .setParameter("word", WORD)
                    .getResultList();
            List<Widget> hits = session.createSelectionQuery(
                            "from Widget w where w.id in :numbers order by w.cents, w.id", Widget.class)
                    .setParameterList("numbers", numbers)
                    .setMaxResults(HITS)
                    .getResultList();
            return page(hits);
        });
    }

    /** Joins where the words are. */
    @Override
    public String mended() {
        return sessions.fromTransaction(session -> {
            List<Widget> hits = session.createSelectionQuery("""
                            select w from Keyword k join k.widget w
                            where k.word = :word
                            order by w.cents, w.id""", Widget.class)
                    .setParameter("word", WORD)
                    .setMaxResults(HITS)
                    .getResultList();
            return page(hits);
        });
    }

    private static String page(List<Widget> hits) {
        return hits.stream().map(hit -> hit.name() + " at " + hit.cents()).collect(Collectors.joining("\n"));
    }
}
