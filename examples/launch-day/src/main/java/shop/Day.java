package shop;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.UnitOfWork;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
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
        try (Database database = Database.start(kind)) {
            DataSource watched = watched(database, findingsFile, observer);
            try (Shop shop = Shop.open(watched)) {
                UnitOfWork.silently(shop::fillBooks); // how the orders came there is nobody's business
                List<Visit> visits = visits(shop, observer);
                return new Day(visits, observer.findings(), database.connectionsInUse());
            } finally {
                ((Closeable) watched)
                        .close(); // as closeable as the pool, and closes it: the last findings are told now
            }
        }
    }

    /** Everything about Plimsoll that a shop's surroundings have to know: it goes between the pool and what uses the pool. */
    private static DataSource watched(Database database, Path findingsFile, Observer observer) {
        return Plimsoll.builder(database.pool())
                .profile(Profile.DEV)
                .option("plimsoll.report.json", findingsFile.toString())
                .detector(observer)
                .reporter(observer)
                .wrap();
    }

    private static List<Visit> visits(Shop shop, Observer observer) throws Exception {
        List<Visit> visits = new ArrayList<>();
        for (Page page : shop.pages()) {
            Outcome broken = visit("broken " + page.name(), page::broken, observer);
            Outcome mended = visit("mended " + page.name(), page::mended, observer);
            visits.add(new Visit(page.name(), broken, mended));
        }
        return visits;
    }

    private static Outcome visit(String name, Callable<String> page, Observer observer) throws Exception {
        String shown = UnitOfWork.run(name, page);
        return new Outcome(name, shown, observer.load(name), observer.findings(name));
    }
}
