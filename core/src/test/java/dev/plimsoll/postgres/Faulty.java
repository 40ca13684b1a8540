package dev.plimsoll.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A pool whose first attempts end in something worse than an exception. */
record Faulty(DataSource below, AtomicInteger errors) {
    Faulty(DataSource below, int errors) {
        this(below, new AtomicInteger(errors));
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                Faulty.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && errors.getAndDecrement() > 0) {
                        throw new LinkageError("a pool that is broken");
                    }
                    try {
                        return method.invoke(below, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
