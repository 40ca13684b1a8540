package checker;

import java.io.PrintWriter;
import java.util.Locale;

/** Lines with the time at which they were written. Safe for use by many threads. */
final class Log {
    private final PrintWriter out;
    private final long origin;

    Log(PrintWriter out, long origin) {
        this.out = out;
        this.origin = origin;
    }

    synchronized void at(String what) {
        out.println(String.format(Locale.ROOT, "%7.2f s  %s", (System.nanoTime() - origin) / 1e9, what));
        out.flush();
    }
}
