package dev.plimsoll.agent.inside;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.sql.Connection;

/**
 * What the JDK remembers of records: the types of the one that it has linked last, and of its components, for each of their three methods.
 * It does so softly, which in a JVM with much memory means for hours.
 */
final class RecordMethods {
    /** Not of the bootstrap loader, whose types it remembers elsewhere, and never to go. */
    private static final Class<?> OTHER = Connection.class;

    private RecordMethods() {}

    /** Has it remember others instead of ours, which would keep our loader. */
    static void forget() {
        try {
            link("equals", MethodType.methodType(boolean.class, OTHER, Object.class));
            link("hashCode", MethodType.methodType(int.class, OTHER));
            link("toString", MethodType.methodType(String.class, OTHER));
        } catch (Throwable failure) { // another JDK may have other rules; then at worst our loader stays
            return;
        }
    }

    private static void link(String method, MethodType type) throws Throwable {
        MethodHandle component = MethodHandles.identity(OTHER);
        ObjectMethods.bootstrap(MethodHandles.lookup(), method, type, OTHER, "itself", component);
    }
}
