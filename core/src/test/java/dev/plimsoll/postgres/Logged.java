package dev.plimsoll.postgres;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What is logged of routing while it is open. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.plimsoll.route");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = logger.getLevel();

    static Logged here() {
        Logged logged = new Logged();
        logged.start();
        logged.logger.setLevel(Level.INFO);
        logged.logger.addAppender(logged);
        return logged;
    }

    List<String> lines() {
        return lines;
    }

    long count(String... parts) {
        return lines.stream()
                .filter(line -> Stream.of(parts).allMatch(line::contains))
                .count();
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLevel() + " " + event.getFormattedMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(before);
    }
}
