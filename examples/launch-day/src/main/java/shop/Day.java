package shop;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.UnitOfWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import shop.page.Page;

/**
 * A day in the shop: every page once as it was and once as it is.
 *
 * @param visits the pages in the order in which they were visited
 * @param findings everything that was found
 * @param connectionsInUse connections that were not given back by the end of the day
 */
record Day(List<Visit> visits, List<Finding> findings, int connectionsInUse) {

    /** One page, both forms. */
    record Visit(String page, Outcome broken, Outcome mended) {}

    /** What one form of a page showed to its user, what it cost, and what was found. */
    record Outcome(String unit, String shown, Load load, List<Finding> findings) {}

    static Day spend(Database.Kind kind, Path findingsFile) throws Exception {
        Observer observer = new Observer();
        try (Shop shop = Shop.open(kind, findingsFile, observer)) {
            List<Visit> visits = new ArrayList<>();
            for (Page page : shop.pages()) {
                Outcome broken = visit("broken " + page.name(), page::broken, observer);
                Outcome mended = visit("mended " + page.name(), page::mended, observer);
                visits.add(new Visit(page.name(), broken, mended));
            }
            return new Day(visits, observer.findings(), shop.connectionsInUse());
        }
    }

    private static Outcome visit(String name, Callable<String> page, Observer observer) throws Exception {
        String shown = UnitOfWork.run(name, page);
        return new Outcome(name, shown, observer.load(name), observer.findings(name));
    }
}
