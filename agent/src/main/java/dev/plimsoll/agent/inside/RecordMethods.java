package dev.plimsoll.agent.inside;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.lang.runtime.ObjectMethods;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * What the JDK remembers of records: the types of the one that it has linked last, and of its components, for each of their three methods.
 * It does so softly, which in a JVM with much memory means for hours.
 */
final class RecordMethods {
    private RecordMethods() {}

    /** Has it remember a type of no consequence instead of ours, which would keep our loader. */
    static void forget() {
        try {
            Class<?> other = inconsequential();
            link(other, "equals", MethodType.methodType(boolean.class, other, Object.class));
            link(other, "hashCode", MethodType.methodType(int.class, other));
            link(other, "toString", MethodType.methodType(String.class, other));
        } catch (Throwable failure) { // another JDK may have other rules; then at worst our loader stays
            return;
        }
    }

    /** Of a loader of its own, as ours is: types of the JDK's loaders are remembered elsewhere. */
    private static Class<?> inconsequential() {
        ClassLoader loader = new URLClassLoader(new URL[0], null);
        return Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, (proxy, method, arguments) -> null)
                .getClass();
    }

    private static void link(Class<?> type, String method, MethodType descriptor) throws Throwable {
        MethodHandle component = MethodHandles.identity(type);
        ObjectMethods.bootstrap(MethodHandles.lookup(), method, descriptor, type, "itself", component);
    }
}
