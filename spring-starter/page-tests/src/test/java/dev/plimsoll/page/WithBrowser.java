package dev.plimsoll.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs a browser. Without one it is left out, or fails where {@code -Dpage.browser=required}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithBrowser.Condition.class)
@interface WithBrowser {

    /** Looks for the browser. */
    final class Condition implements ExecutionCondition {
        private static final String MISSING =
                "The tests of the page need Chromium and its driver: apt-get install chromium chromium-driver";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Browser.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is installed");
            }
            if ("required".equals(System.getProperty("page.browser"))) {
                throw new IllegalStateException(MISSING);
            }
            return ConditionEvaluationResult.disabled(MISSING);
        }
    }
}
