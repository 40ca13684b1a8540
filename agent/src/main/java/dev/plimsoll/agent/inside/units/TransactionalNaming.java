package dev.plimsoll.agent.inside.units;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Spring's transactional methods: {@code OrderService.place}, by the class whose bean it is. */
final class TransactionalNaming implements Naming {

    @Override
    public String atBegin(@Nullable Object target, @Nullable Object method) {
        Method called = (Method) method;
        if (called == null) {
            return "transaction";
        }
        return Naming.of(owner(target, called)) + "." + called.getName();
    }

    /** A repository's is a class of Spring's, which says nothing. */
    private static Class<?> owner(@Nullable Object target, Method called) {
        return target instanceof Class<?> type && !type.getName().startsWith("org.springframework.")
                ? type
                : called.getDeclaringClass();
    }
}
