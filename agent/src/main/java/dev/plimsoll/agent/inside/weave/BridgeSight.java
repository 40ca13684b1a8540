package dev.plimsoll.agent.inside.weave;

import dev.plimsoll.agent.bridge.Bridge;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which class loaders see the bridge. Those of module systems may not ask the bootstrap loader for packages that they do not know; their
 * classes must be left alone. Safe for use by many threads.
 */
final class BridgeSight {
    private final Map<ClassLoader, Boolean> known = Collections.synchronizedMap(new WeakHashMap<>());
    private final Consumer<String> told;

    /**
     * @param told is told, once for each, of loaders that do not see it
     */
    BridgeSight(Consumer<String> told) {
        this.told = told;
    }

    boolean has(@Nullable ClassLoader loader) {
        if (loader == null) {
            return true;
        }
        Boolean seen = known.get(loader);
        if (seen == null) {
            seen = sees(loader);
            if (known.put(loader, seen) == null && !seen) {
                told.accept("the classes of " + loader.getClass().getName()
                        + " are left alone, since it does not let them see the bootstrap class path;"
                        + " add dev.plimsoll.agent.bridge to what it delegates to its parent");
            }
        }
        return seen;
    }

    private static boolean sees(ClassLoader loader) {
        try {
            return Class.forName(Bridge.class.getName(), false, loader) == Bridge.class;
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            return false;
        }
    }
}
