package dev.plimsoll.report;

import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Logs each finding once as a block that people read, and again as one line when it has been made ten, a hundred, … times. */
public final class LogReporter implements Reporter {
    /** Name of the logger. */
    public static final String LOGGER = "dev.plimsoll.findings";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final int SHOWN_SHAPE = 300;
    private static final long SECOND = 1_000_000;

    @Override
    public void report(Finding finding) {
        Level level = level(finding.severity());
        if (LOG.isEnabledForLevel(level)) {
            LOG.atLevel(level).log(block(finding));
        }
    }

    @Override
    public void repeated(Finding finding, long times) {
        if (isPowerOfTen(times)) {
            LOG.atLevel(level(finding.severity()))
                    .log(
                            "{} at {} has now been found {} times (id {})",
                            finding.kind(),
                            place(finding),
                            times,
                            finding.id());
        }
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }

    /** The finding as people read it, its first line the summary. */
    public static String block(Finding finding) {
        StringBuilder block = new StringBuilder();
        block.append(finding.kind()).append(" in \"").append(finding.unit()).append("\": ");
        if (finding.count() > 1) {
            block.append(String.format(Locale.ROOT, "%,d times, ", finding.count()));
        }
        if (finding.timeLostMicros() > 0) {
            block.append("up to ").append(time(finding.timeLostMicros())).append(" lost, ");
        }
        block.append(finding.confidence().name().toLowerCase(Locale.ROOT));
        line(block, "at", place(finding));
        line(block, "sql", shortened(finding.shape()));
        for (Evidence evidence : finding.evidence()) {
            if (!evidence.value().equals(finding.shape())) {
                line(block, evidence.name(), shortened(evidence.value()));
            }
        }
        line(block, "mend", finding.advice());
        line(block, "more", finding.documentation() + "  (id " + finding.id() + ")");
        return block.toString();
    }

    private static void line(StringBuilder block, String name, String value) {
        if (!value.isEmpty()) {
            block.append(String.format(Locale.ROOT, "%n    %-11s ", name))
                    .append(value.replace("\n", String.format("%n%16s", "")));
        }
    }

    private static String place(Finding finding) {
        if (!finding.callSite().isEmpty()) {
            return finding.callSite();
        }
        return finding.shape().isEmpty() ? "the data source as a whole" : "an unknown place";
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_SHAPE ? text : text.substring(0, SHOWN_SHAPE) + " …";
    }

    private static String time(long micros) {
        if (micros >= SECOND) {
            return String.format(Locale.ROOT, "%.1f s", micros / (double) SECOND);
        }
        return String.format(Locale.ROOT, micros < 10_000 ? "%.1f ms" : "%.0f ms", micros / 1_000.0);
    }

    private static boolean isPowerOfTen(long times) {
        long power = 10;
        while (power < times) {
            power *= 10;
        }
        return power == times;
    }
}
