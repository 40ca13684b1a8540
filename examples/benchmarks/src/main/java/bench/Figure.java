package bench;

import java.util.Locale;

/** What one run of a workload costs on a subject: CPU nanoseconds and bytes, those of the driver included. */
record Figure(Driver driver, Subject subject, Workload workload, double nanos, double bytes) {

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"workload\":\"%s\",\"subject\":\"%s\",\"driver\":\"%s\",\"ns\":%.1f,\"bytes\":%.1f}",
                workload,
                subject,
                driver,
                nanos,
                bytes);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s %s on %s: %,.1f ns, %,.1f bytes", workload, subject, driver, nanos, bytes);
    }
}
