package dev.plimsoll.spring.meters;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/** Counts findings, repeated ones too, as {@code plimsoll.findings} by kind and severity. */
final class FindingMeters implements Reporter {
    private final Supplier<MeterRegistry> registry;

    FindingMeters(Supplier<MeterRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void report(Finding finding) {
        registry.get()
                .counter(
                        "plimsoll.findings",
                        "kind",
                        finding.kind(),
                        "severity",
                        finding.severity().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    public void repeated(Finding finding, long times) {
        report(finding);
    }
}
