package dev.plimsoll.jdbc;

import dev.plimsoll.work.Guard;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The subclasses of one wrapper class that also have a driver's interfaces: one for each class of the driver, made when first met. */
final class VendorClasses {
    private final Class<?> wrapper;
    private final Class<?> result;
    private final Guard guard;
    private final Class<?>[] parameters;
    private final Map<Class<?>, Known> known = new ConcurrentHashMap<>();
    private volatile Known last = new Known(VendorClasses.class, null);

    /**
     * @param wrapper the class that the driver's interfaces are added to
     * @param result what callers know it by
     * @param parameters of its constructor
     */
    VendorClasses(Class<?> wrapper, Class<?> result, Guard guard, Class<?>... parameters) {
        this.wrapper = wrapper;
        this.result = result;
        this.guard = guard;
        this.parameters = parameters.clone();
    }

    /** The constructor of the wrapper for a class of the driver; null if the wrapper class itself will do. */
    @Nullable
    MethodHandle constructor(Class<?> driverClass) {
        Known recent = last;
        if (recent.driverClass != driverClass) {
            recent = known.computeIfAbsent(driverClass, this::make);
            last = recent;
        }
        return recent.constructor;
    }

    void failed(Throwable failure) {
        guard.failed("making wrappers with the driver's interfaces", failure);
    }

    private Known make(Class<?> driverClass) {
        try {
            VendorClassWriter writer = new VendorClassWriter(wrapper, driverClass);
            if (writer.addsNothing()) {
                return new Known(driverClass, null);
            }
            Class<?> made = new Loader(wrapper.getClassLoader(), driverClass.getClassLoader())
                    .define(writer.name(), writer.write(parameters));
            MethodType type = MethodType.methodType(void.class, parameters);
            MethodHandle constructor = MethodHandles.publicLookup().findConstructor(made, type);
            return new Known(driverClass, constructor.asType(type.changeReturnType(result)));
        } catch (Throwable failure) { // ours, so not the application's: it gets the wrapper without the interfaces
            failed(failure);
            return new Known(driverClass, null);
        }
    }

    private record Known(Class<?> driverClass, @Nullable MethodHandle constructor) {}

    /** Sees the wrappers and the driver, which may be in loaders that do not see each other. */
    private static final class Loader extends ClassLoader {
        private static final String OURS = "dev.plimsoll.";
        private final ClassLoader ours;

        Loader(ClassLoader ours, ClassLoader driver) {
            super(driver);
            this.ours = ours;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith(OURS) ? ourOwn(name, resolve) : super.loadClass(name, resolve);
        }

        private Class<?> ourOwn(String name, boolean resolve) throws ClassNotFoundException {
            try {
                return ours.loadClass(name);
            } catch (ClassNotFoundException e) {
                return super.loadClass(name, resolve); // named like ours, but the driver's
            }
        }

        Class<?> define(String name, byte[] code) {
            return defineClass(name, code, 0, code.length);
        }
    }
}
