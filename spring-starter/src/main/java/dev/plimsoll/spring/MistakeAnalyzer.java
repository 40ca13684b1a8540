package dev.plimsoll.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link Mistake} instead of its stack trace. */
final class MistakeAnalyzer extends AbstractFailureAnalyzer<Mistake> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Mistake cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), rootFailure);
    }
}
