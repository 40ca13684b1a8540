package dev.plimsoll.work;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * The one place where failures of Plimsoll's own code end up, so that none reaches the application. Each place is logged once.
 * Safe for use by many threads.
 */
public final class Guard {
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /** Something of ours failed at {@code place}, such as {@code detector n-plus-one}. */
    public void failed(String place, Throwable failure) {
        if (logged.add(place)) {
            LoggerFactory.getLogger("dev.plimsoll")
                    .warn(
                            "Plimsoll failed in {}; the application is not affected; further failures there are not logged",
                            place,
                            failure);
        }
    }
}
