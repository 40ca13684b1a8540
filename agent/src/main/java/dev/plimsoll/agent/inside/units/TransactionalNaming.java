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
        boolean known = target instanceof Class<?> type && !type.getName().startsWith("org.springframework.");
        Class<?> owner = known ? (Class<?>) target : called.getDeclaringClass(); // a repository is a class of Spring's
        return Naming.of(owner) + "." + called.getName();
    }
}
