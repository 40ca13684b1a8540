package dev.plimsoll.agent.inside.units;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls one public method of types that are not visible from here, by their names, on objects of any class and loader. What it
 * remembers of a class, it keeps in that class and in types of the JDK, so that neither holds the other back. Safe for use by many
 * threads.
 */
final class Getter {
    private static final Object NONE = "none";

    private final Set<String> types;
    private final String method;
    private final Class<?>[] parameters;
    private final ClassValue<Object> handles = new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> type) {
            return handle(type);
        }
    };

    /**
     * @param types that declare the method; the first that a class is found to be is the one
     */
    Getter(Set<String> types, String method, Class<?>... parameters) {
        this.types = types;
        this.method = method;
        this.parameters = parameters;
    }

    /** What the method returns; null too if the object is of none of the types, or its type has no such method. */
    @Nullable
    Object of(@Nullable Object target, Object... arguments) throws Throwable {
        if (target == null || !(handles.get(target.getClass()) instanceof MethodHandle handle)) {
            return null;
        }
        return arguments.length == 0 ? (Object) handle.invoke(target) : (Object) handle.invoke(target, arguments[0]);
    }

    /** Whether the object is of one of the types. */
    boolean knows(Object target) {
        return handles.get(target.getClass()) instanceof MethodHandle;
    }

    /** What the method returns, as a text. */
    @Nullable
    String textOf(@Nullable Object target, Object... arguments) throws Throwable {
        Object value = of(target, arguments);
        return value == null ? null : value.toString();
    }

    private Object handle(Class<?> type) {
        Class<?> owner = owner(type);
        if (owner == null) {
            return NONE;
        }
        try {
            Method found = owner.getMethod(method, parameters);
            return MethodHandles.publicLookup().unreflect(found);
        } catch (ReflectiveOperationException e) {
            return NONE; // another version of the type
        }
    }

    private @Nullable Class<?> owner(Class<?> type) {
        Deque<Class<?>> open = new ArrayDeque<>();
        open.add(type);
        while (!open.isEmpty()) {
            Class<?> each = open.remove();
            if (types.contains(each.getName())) {
                return each;
            }
            if (each.getSuperclass() != null) {
                open.add(each.getSuperclass());
            }
            open.addAll(List.of(each.getInterfaces()));
        }
        return null;
    }
}
