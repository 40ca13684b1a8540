package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.ObservedUnit;
import java.util.function.Consumer;

/**
 * Finds one kind of misuse in a unit of work. Detectors of your own are found through {@link java.util.ServiceLoader} or given to
 * the builder.
 *
 * <p>A detector is a pure function: the same unit and thresholds give the same findings. It is called by many threads at once, at
 * the end of every unit and every thousand executions while a unit runs on; a finding with an id that was found before is only
 * counted. A detector that throws is logged once and switched off; the application does not notice.
 */
public interface Detector {

    /** Rule id of what it finds, such as {@code n-plus-one}; it is part of every finding's id. */
    String kind();

    void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings);
}
