package dev.plimsoll.detect;

import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.List;

/** The loop in the application that statements are executed in, as far as counts and stacks show it. */
final class Loop {
    /** Of a longer loop the rest is not told. */
    private static final int MAX_TOLD = 7;

    private Loop() {}

    /** Other statements that were executed as often as {@code statement}, give or take a ragged end, under a common method. */
    static List<ObservedStatement> around(ObservedStatement statement, ObservedUnit unit) {
        return unit.statements().stream()
                .filter(other ->
                        other.facts().fingerprint() != statement.facts().fingerprint())
                .filter(other -> other.facts().isWork() && other.executions() > 1)
                .filter(other -> Math.abs(other.executions() - statement.executions()) <= 1)
                .filter(other -> shareMethod(other, statement))
                .limit(MAX_TOLD)
                .toList();
    }

    static boolean shareMethod(ObservedStatement one, ObservedStatement other) {
        return one.callSite().isPresent()
                && other.callSite().isPresent()
                && one.callSite().get().frames().stream()
                        .anyMatch(frame -> other.callSite().get().frames().stream()
                                .anyMatch(another -> sameMethod(frame, another)));
    }

    private static boolean sameMethod(StackTraceElement one, StackTraceElement other) {
        return one.getClassName().equals(other.getClassName())
                && one.getMethodName().equals(other.getMethodName());
    }
}
