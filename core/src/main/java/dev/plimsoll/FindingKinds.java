package dev.plimsoll;

import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Detectors;
import dev.plimsoll.detect.Watch;
import dev.plimsoll.work.Guard;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of finding that can be made in this JVM, for those who check a name that somebody wrote. Safe for use by many threads. */
public final class FindingKinds {
    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

    private FindingKinds() {}

    /** Those that come with Plimsoll, those on the class path, and those given to the builder of any data source so far. */
    public static SortedSet<String> known() {
        SortedSet<String> all = new TreeSet<>(OnClassPath.KINDS);
        all.addAll(GIVEN);
        return all;
    }

    /** A data source is going to be watched by these too. */
    static void add(List<Detector> detectors, List<Watch> watches, Guard guard) {
        add(detectors, watches, guard, GIVEN);
    }

    private static void add(List<Detector> detectors, List<Watch> watches, Guard guard, Set<String> kinds) {
        try {
            detectors.forEach(detector -> kinds.add(detector.kind()));
            watches.forEach(watch -> kinds.add(watch.kind()));
        } catch (Throwable failure) { // a detector's failure is not the application's
            guard.failed("asking detectors for their kinds", failure);
        }
    }

    /** Asked for only by tests: services are made once more for it. */
    private static final class OnClassPath {
        static final Set<String> KINDS = kinds();

        private static Set<String> kinds() {
            Guard guard = new Guard();
            Set<String> kinds = new TreeSet<>();
            add(Detectors.detectors(), Detectors.watches(), guard, kinds);
            add(Assembly.services(Detector.class, guard), Assembly.services(Watch.class, guard), guard, kinds);
            return kinds;
        }
    }
}
