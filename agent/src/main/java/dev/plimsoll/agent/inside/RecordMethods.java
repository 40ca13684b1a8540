package dev.plimsoll.agent.inside;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/** What the JDK remembers of records. */
final class RecordMethods {
    private RecordMethods() {}

    /** Has the JDK forget the record whose {@code equals} it has linked last, which it would keep, and our loader with it. */
    static void forget() {
        try {
            ObjectMethods.bootstrap(
                    MethodHandles.lookup(),
                    "equals",
                    MethodType.methodType(boolean.class, String.class, Object.class),
                    String.class,
                    "",
                    new MethodHandle[0]);
        } catch (Throwable failure) { // another JDK may have other rules; then at worst our loader stays
            return;
        }
    }
}
