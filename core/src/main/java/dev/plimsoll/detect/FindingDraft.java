package dev.plimsoll.detect;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A finding while a detector writes it down. Sees to the id, the address of the documentation and the place; what is not said is a
 * confirmed warning that loses no time. Confined to one thread.
 */
public final class FindingDraft {
    static final String DOCUMENTATION = "https://plimsoll.dev/detectors/";

    private final String kind;
    private final String unit;
    private final String shape;
    private final long fingerprint;
    private final Optional<CallSite> callSite;
    private final List<Evidence> evidence = new ArrayList<>();
    private Severity severity = Severity.WARNING;
    private Confidence confidence = Confidence.CONFIRMED;
    private long count;
    private long timeLostNanos;
    private String advice = "";
    private String documentation;

    private FindingDraft(
            String kind, String unit, String shape, long fingerprint, Optional<CallSite> callSite, long count) {
        this.kind = kind;
        this.unit = unit;
        this.shape = shape;
        this.fingerprint = fingerprint;
        this.callSite = callSite;
        this.count = count;
        this.documentation = DOCUMENTATION + kind;
    }

    /** A finding on a statement, at the statement's call site. */
    public static FindingDraft of(String kind, ObservedUnit unit, ObservedStatement statement) {
        return new FindingDraft(
                kind,
                unit.name(),
                statement.facts().shape(),
                statement.facts().fingerprint(),
                statement.callSite(),
                statement.executions());
    }

    /** A finding on several statements as a whole, which has no call site: {@code fingerprint} stands for them all. */
    static FindingDraft of(String kind, ObservedUnit unit, ObservedStatement statement, long fingerprint) {
        return new FindingDraft(
                kind, unit.name(), statement.facts().shape(), fingerprint, Optional.empty(), statement.executions());
    }

    /** A finding on a data source as a whole, noticed at the end of one of its units: it has neither a statement nor a place. */
    static FindingDraft of(String kind, String units) {
        return new FindingDraft(kind, units, "", 0, Optional.empty(), 1);
    }

    /** A finding on an open transaction and its last statement, at {@code callSite}. */
    public static FindingDraft of(String kind, ObservedTransaction transaction, Optional<CallSite> callSite) {
        String shape = transaction.lastShape();
        return new FindingDraft(
                kind, transaction.unit(), shape == null ? "" : shape, transaction.lastFingerprint(), callSite, 1);
    }

    public FindingDraft severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    public FindingDraft confidence(Confidence confidence) {
        this.confidence = confidence;
        return this;
    }

    /** How often the statement ran; that of the statement by default. */
    public FindingDraft count(long count) {
        this.count = count;
        return this;
    }

    /** Upper bound of the time that the fix saves. */
    public FindingDraft timeLostNanos(long nanos) {
        this.timeLostNanos = nanos;
        return this;
    }

    /** Adds a measured fact, which must not hold a bind value or a literal; the most telling first. */
    public FindingDraft evidence(String name, String value) {
        evidence.add(new Evidence(name, value));
        return this;
    }

    /** How to mend it. */
    public FindingDraft advice(String advice) {
        this.advice = advice;
        return this;
    }

    /** Address of a page on this kind; needed only for kinds that do not come with Plimsoll. */
    public FindingDraft documentation(String address) {
        this.documentation = address;
        return this;
    }

    public Finding build() {
        return new Finding(
                FindingId.of(kind, fingerprint, callSite),
                kind,
                severity,
                confidence,
                unit,
                callSite.map(CallSite::display).orElse(""),
                shape,
                count,
                TimeUnit.NANOSECONDS.toMicros(timeLostNanos),
                evidence,
                advice,
                documentation);
    }
}
