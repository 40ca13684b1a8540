package dev.plimsoll.agent.inside.replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** How connections were opened, the latest for each URL and user. Safe for use by many threads. */
final class Openings {
    private static final int MOST = 256;

    private final List<Opening> known = new CopyOnWriteArrayList<>();

    void add(Opening opening) {
        synchronized (known) {
            known.removeIf(
                    other -> other.url().equals(opening.url()) && other.user().equals(opening.user()));
            known.add(opening);
            if (known.size() > MOST) {
                known.remove(0);
            }
        }
    }

    /** Of connections to this URL; if there are several, of those of this user. */
    @Nullable
    Opening find(String url, @Nullable String user) {
        List<Opening> same = new ArrayList<>();
        for (Opening opening : known) {
            if (opening.url().equals(url)) {
                same.add(opening);
            }
        }
        if (same.size() == 1) {
            return same.get(0);
        }
        return same.stream()
                .filter(opening -> opening.user().equals(user))
                .findFirst()
                .orElse(null);
    }
}
