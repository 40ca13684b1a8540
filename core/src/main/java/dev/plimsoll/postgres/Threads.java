package dev.plimsoll.postgres;

import org.jspecify.annotations.Nullable;

/** Threads that owe nothing to whoever happens to start them. */
final class Threads {
    private Threads() {}

    static Thread daemon(String name, Runnable task, @Nullable ClassLoader context) {
        Thread thread = new Thread(topmostGroup(), task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        return thread;
    }

    /** Not the group of whoever comes first, which may be meant to end long before the thread does. */
    private static ThreadGroup topmostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
