package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.ObservedTransaction;
import java.util.function.Consumer;

/**
 * Finds one kind of misuse in a transaction while it is open. Called on the sweeper's thread a few times a second for every
 * transaction that is old enough, and once for a transaction whose connection is closed before it ends; otherwise under the same
 * rules as a {@link Detector}.
 */
public interface Watch {

    /** Rule id of what it finds, such as {@code idle-in-transaction}. */
    String kind();

    void inspect(ObservedTransaction transaction, Thresholds thresholds, Consumer<Finding> findings);
}
