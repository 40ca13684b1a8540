package dev.plimsoll;

import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.Options;
import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Detectors;
import dev.plimsoll.detect.Watch;
import dev.plimsoll.jdbc.Interception;
import dev.plimsoll.logbook.DataSourceLog;
import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.report.FlightRecorderReporter;
import dev.plimsoll.report.JsonLinesReporter;
import dev.plimsoll.report.LogReporter;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.work.Guard;
import dev.plimsoll.work.Recorder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.LongSupplier;

/** Puts the parts together that watch one data source: interception ▸ recorder ▸ inspector ▸ reporters. */
record Assembly(Interception interception, Recorder recorder, Inspector inspector) implements AutoCloseable {

    static Assembly of(
            Options options,
            List<Reporter> reporters,
            List<Detector> detectors,
            List<Watch> watches,
            LongSupplier clock) {
        Guard guard = new Guard();
        FindingKinds.add(detectors, watches, guard);
        Inspector inspector = new Inspector(
                joined(Detectors.detectors(), services(Detector.class, guard), detectors),
                joined(Detectors.watches(), services(Watch.class, guard), watches),
                joined(standard(options), List.of(), reporters),
                options.silenced(),
                options.thresholds(),
                guard);
        Recorder recorder = new Recorder(inspector, options.callSites(), clock, guard);
        return new Assembly(interception(options, recorder, inspector), recorder, inspector);
    }

    /** What is seen goes into a logbook too; to be said before the first connection is given out. */
    DataSourceLog enterInto(Logbook logbook, String name) {
        DataSourceLog log = logbook.enter(name, recorder);
        inspector.enterInto(log);
        return log;
    }

    private static Interception interception(Options options, Recorder recorder, Inspector inspector) {
        try {
            return new Interception(recorder, options.vendorInterfaces(), () -> close(recorder, inspector));
        } catch (IllegalStateException e) { // the option asks for what is not on the class path
            throw new InvalidOptionException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Reporter> standard(Options options) {
        List<Reporter> reporters = new ArrayList<>();
        if (options.logged()) {
            reporters.add(new LogReporter());
        }
        if (FlightRecorderReporter.isPossible()) {
            reporters.add(new FlightRecorderReporter());
        }
        options.json().ifPresent(file -> reporters.add(new JsonLinesReporter(file)));
        return reporters;
    }

    private static <T> List<T> joined(List<T> builtIn, List<T> services, List<T> given) {
        List<T> all = new ArrayList<>(builtIn);
        all.addAll(services);
        all.addAll(given);
        return all;
    }

    /** Implementations found on the class path; one that cannot be made is logged and left out. */
    static <T> List<T> services(Class<T> type, Guard guard) {
        List<T> found = new ArrayList<>();
        Iterator<T> services =
                ServiceLoader.load(type, Assembly.class.getClassLoader()).iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    return found;
                }
                found.add(services.next());
            } catch (ServiceConfigurationError failure) {
                guard.failed("making " + type.getSimpleName() + " services: " + failure.getMessage(), failure);
            }
        }
    }

    private static void close(Recorder recorder, Inspector inspector) {
        recorder.close();
        inspector.close();
    }

    @Override
    public void close() {
        close(recorder, inspector);
    }
}
