package dev.plimsoll.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What is logged under a name while it is open. */
public final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private Logged(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
    }

    public static Logged under(String name) {
        Logged logged = new Logged(name);
        logged.start();
        logged.logger.setLevel(Level.INFO);
        logged.logger.addAppender(logged);
        return logged;
    }

    /** What the current thread has logged: others may still be busy with what earlier tests left behind. */
    public Stream<ILoggingEvent> byThisThread() {
        String here = Thread.currentThread().getName();
        return events.stream().filter(event -> event.getThreadName().equals(here));
    }

    /** How many lines have all these parts. */
    public long count(String... parts) {
        return lines().stream()
                .filter(line -> Stream.of(parts).allMatch(line::contains))
                .count();
    }

    /** All of it, each line with its level. */
    public List<String> lines() {
        return events.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(before);
    }
}
