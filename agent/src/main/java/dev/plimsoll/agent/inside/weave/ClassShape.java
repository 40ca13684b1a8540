package dev.plimsoll.agent.inside.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** A class as far as can be told without loading any: its name, and what it is a subtype of. */
public final class ClassShape {
    private final String name;
    private final Consumer<Set<String>> collector;
    private @Nullable Set<String> supertypes;

    private ClassShape(String name, Consumer<Set<String>> collector) {
        this.name = name;
        this.collector = collector;
    }

    /** Of a class that is loaded already. */
    static ClassShape of(Class<?> loaded) {
        return new ClassShape(loaded.getName().replace('.', '/'), all -> collect(loaded, all));
    }

    /**
     * Of a class that is about to be.
     *
     * @param loader null for the bootstrap loader
     */
    static ClassShape of(ClassReader reader, @Nullable ClassLoader loader) {
        return new ClassShape(reader.getClassName(), all -> read(reader, loader, all));
    }

    /** With slashes. */
    public String name() {
        return name;
    }

    /** Whether it extends or implements, at whatever distance, a type named with slashes. Supertypes are read, not loaded. */
    public boolean isSubtypeOf(String type) {
        if (supertypes == null) {
            supertypes = new HashSet<>();
            collector.accept(supertypes);
        }
        return supertypes.contains(type);
    }

    private static void collect(@Nullable Class<?> type, Set<String> all) {
        if (type != null && all.add(type.getName().replace('.', '/'))) {
            collect(type.getSuperclass(), all);
            for (Class<?> each : type.getInterfaces()) {
                collect(each, all);
            }
        }
    }

    private static void read(ClassReader type, @Nullable ClassLoader loader, Set<String> all) {
        all.add(type.getClassName());
        follow(type.getSuperName(), loader, all);
        for (String each : type.getInterfaces()) {
            follow(each, loader, all);
        }
    }

    private static void follow(@Nullable String type, @Nullable ClassLoader loader, Set<String> all) {
        if (type == null || !all.add(type) || type.startsWith("java/")) {
            return; // of the JDK's types, only what is named is asked for
        }
        String file = type + ".class";
        try (InputStream code =
                loader == null ? ClassLoader.getSystemResourceAsStream(file) : loader.getResourceAsStream(file)) {
            if (code != null) {
                read(new ClassReader(code.readAllBytes()), loader, all);
            }
        } catch (IOException | IllegalArgumentException e) {
            return; // what cannot be read is no subtype as far as we know
        }
    }
}
