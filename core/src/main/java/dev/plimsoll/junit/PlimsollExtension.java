package dev.plimsoll.junit;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.UnitOfWork;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/**
 * Makes each test method, each invocation of a parameterized or repeated one, and each dynamic test a unit of work, and holds it
 * against {@link ExpectStatements}, {@link ExpectFindings} and {@link ExpectNoFindings}, which bring it along. What runs before and
 * after the method does not belong to it. By itself, or registered automatically, it only writes the files that the options
 * {@code plimsoll.test.*} name. Safe for tests that run at the same time.
 */
public final class PlimsollExtension implements InvocationInterceptor {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PlimsollExtension.class);

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        watch(invocation, context);
    }

    private static void watch(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        Place place = Place.of(context);
        Expectations expectations = Expectations.of(place.elements());
        TestClass testClass = testClass(place.classContext());
        Witnessed witnessed = new Witnessed();
        UnitOfWork unit = UnitOfWork.begin(place.unit(), witnessed);
        try {
            invocation.proceed();
        } catch (Throwable failure) { // the test's own, which stays what it is
            unit.close();
            if (!(failure instanceof TestAbortedException)) {
                judge(place, expectations, testClass, witnessed, false).forEach(failure::addSuppressed);
            }
            throw failure;
        }
        unit.close();
        expectations.refuseUnknownKinds();
        fail(judge(place, expectations, testClass, witnessed, true));
    }

    private static List<AssertionFailedError> judge(
            Place place, Expectations expectations, TestClass testClass, Witnessed witnessed, boolean finished) {
        StatementRecording recording = witnessed.recording();
        List<Finding> unexpected = expectations.unexpected(recording.findings());
        List<Finding> failing = testClass.judge(place.test(), recording.findings(), unexpected, finished);
        return Judgement.of(recording, expectations, failing, finished);
    }

    private static void fail(List<AssertionFailedError> failures) {
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError("Plimsoll", failures);
        }
    }

    private static TestClass testClass(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent("test class", key -> TestClass.of(context), TestClass.class);
    }
}
