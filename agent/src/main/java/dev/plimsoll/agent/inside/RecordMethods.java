package dev.plimsoll.agent.inside;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * What the JDK remembers of records: the types of the one that it has linked last, and of its components, for each of their three methods.
 * It does so softly, which in a JVM with much memory means for hours.
 */
final class RecordMethods {
    private RecordMethods() {}

    /** Has it remember a record of text instead, which would otherwise keep our loader. */
    static void forget() {
        try {
            link("equals", MethodType.methodType(boolean.class, String.class, Object.class));
            link("hashCode", MethodType.methodType(int.class, String.class));
            link("toString", MethodType.methodType(String.class, String.class));
        } catch (Throwable failure) { // another JDK may have other rules; then at worst our loader stays
            return;
        }
    }

    private static void link(String method, MethodType type) throws Throwable {
        MethodHandle component = MethodHandles.identity(String.class);
        ObjectMethods.bootstrap(MethodHandles.lookup(), method, type, String.class, "text", component);
    }
}
