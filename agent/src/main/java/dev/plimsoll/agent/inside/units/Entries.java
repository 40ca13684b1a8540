package dev.plimsoll.agent.inside.units;

import dev.plimsoll.work.UnitOfWork;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Methods that are a unit of work each: the outermost of a thread begins one, unless a unit is current there already. Safe for use by
 * many threads.
 */
public final class Entries {
    private static final String UNNAMED = "unnamed";

    private final Map<String, Naming> namings = Map.of(
            "request", new RequestNaming(),
            "exchange", new ExchangeNaming(),
            "scheduled", new ScheduledNaming(),
            "transactional", new TransactionalNaming(),
            "listener", new ListenerNaming(),
            "delivery", new DeliveryNaming(),
            "job", new JobNaming());
    /** Gone when the outermost method ends, so that no thread keeps an agent that has left. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Entered> outermost = new ThreadLocal<>();

    /** A method of {@code point} begins; {@link #end} follows on the same thread. */
    public void begin(String point, @Nullable Object receiver, @Nullable Object argument) {
        Entered entered = outermost.get();
        if (entered != null) {
            entered.depth++;
            return;
        }
        Entered now = new Entered();
        outermost.set(now);
        Naming naming = namings.get(point);
        if (naming != null && UnitOfWork.current() == null) {
            now.naming = naming;
            now.argument = argument;
            now.unit = begun(naming, receiver, argument);
        }
    }

    private static @Nullable UnitOfWork begun(Naming naming, @Nullable Object receiver, @Nullable Object argument) {
        String name;
        try {
            name = naming.atBegin(receiver, argument);
        } catch (Throwable unusual) { // an object of the application's that does not let itself be asked
            name = receiver == null ? UNNAMED : Naming.of(receiver.getClass());
        }
        return name == null ? null : UnitOfWork.begin(name);
    }

    /** The method that began last on this thread has returned or thrown. */
    public void end() {
        Entered entered = outermost.get();
        if (entered == null) {
            return; // it began before the agent came
        }
        if (--entered.depth == 0) {
            outermost.remove();
            entered.close();
        }
    }

    /** The outermost method of a thread, and how many have begun in it. */
    private static final class Entered {
        private int depth = 1;
        private @Nullable UnitOfWork unit;
        private @Nullable Naming naming;
        private @Nullable Object argument;

        private void close() {
            if (unit != null && naming != null) {
                rename(unit, naming);
                unit.close();
            }
        }

        private void rename(UnitOfWork unit, Naming naming) {
            try {
                String better = naming.atEnd(argument);
                if (better != null) {
                    unit.rename(better);
                }
            } catch (Throwable unusual) { // as at the beginning; the unit has a name
                return;
            }
        }
    }
}
