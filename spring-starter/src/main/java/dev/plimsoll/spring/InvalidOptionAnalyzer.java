package dev.plimsoll.spring;

import dev.plimsoll.config.InvalidOptionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what core says of an option that no property has: one in code, or in a URL. */
final class InvalidOptionAnalyzer extends AbstractFailureAnalyzer<InvalidOptionException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidOptionException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Correct it where it is set: a property, the URL, or a PlimsollCustomizer. docs/options.md lists all options.",
                rootFailure);
    }
}
