package bench.jdbc;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.sql.SQLFeatureNotSupportedException;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.ExceptionMethod;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Completes abstract classes, whose other methods throw {@link SQLFeatureNotSupportedException}. A constructor kept in a static final
 * field is called as fast as a {@code new} in the source.
 */
final class Leaf {
    private Leaf() {}

    /** The constructor of a completed {@code type}, which takes what the one of {@code type} takes and returns a {@code type}. */
    static MethodHandle constructor(Lookup lookup, Class<?> type, Class<?>... parameters) {
        Class<?> leaf = new ByteBuddy()
                .subclass(type)
                .name(type.getName() + "Leaf")
                .method(ElementMatchers.isAbstract())
                .intercept(ExceptionMethod.throwing(SQLFeatureNotSupportedException.class))
                .make()
                .load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup))
                .getLoaded();
        try {
            return lookup.findConstructor(leaf, methodType(void.class, parameters))
                    .asType(methodType(type, parameters));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No constructor in " + leaf, e);
        }
    }

    /** What a constructor that throws nothing has thrown. */
    static AssertionError unexpected(Throwable thrown) {
        return new AssertionError(thrown);
    }
}
