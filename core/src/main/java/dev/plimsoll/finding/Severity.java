package dev.plimsoll.finding;

/** How much a finding matters, in ascending order. */
public enum Severity {
    /** Shown in a report; never fails a test. */
    INFO,
    WARNING,
    ERROR
}
