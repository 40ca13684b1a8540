package dev.plimsoll.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Marks what is watched already, so that nothing is wrapped twice; asked for through {@link java.sql.Wrapper#isWrapperFor}. */
interface Watched {

    /** Whether {@code type} is this marker, also one that another class loader has loaded. */
    static boolean isAskedFor(@Nullable Class<?> type) {
        return type == Watched.class || (type != null && type.getName().equals(Watched.class.getName()));
    }

    /**
     * Whether {@code object} or anything that it wraps is watched. Proxies of the JDK are not asked: those that open their connection at
     * the first call would open it.
     */
    static boolean isIn(Object object) {
        return object instanceof Watched || (!(object instanceof Proxy) && Unwrapping.reaches(object, Watched.class));
    }

    /** As {@link #isIn(Object)}, at every checkout: a type check that fails costs more than the question, which ours answer too. */
    static boolean isIn(Connection connection) {
        return !(connection instanceof Proxy) && Unwrapping.answers(connection, Watched.class);
    }
}
