package dev.plimsoll.agent.inside.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** A class as far as can be told without loading any: its name, and what it is a subtype of. */
public final class ClassShape {
    private final String name;
    private final @Nullable Class<?> loaded;
    private final @Nullable ClassReader reader;
    private final byte @Nullable [] code;
    private final @Nullable ClassLoader loader;
    private @Nullable Set<String> supertypes;
    private @Nullable Set<String> casts;

    private ClassShape(
            String name,
            @Nullable Class<?> loaded,
            @Nullable ClassReader reader,
            byte @Nullable [] code,
            @Nullable ClassLoader loader) {
        this.name = name;
        this.loaded = loaded;
        this.reader = reader;
        this.code = code;
        this.loader = loader;
    }

    /** Of a class that is loaded already. */
    static ClassShape of(Class<?> loaded) {
        return new ClassShape(loaded.getName().replace('.', '/'), loaded, null, null, null);
    }

    /**
     * Of a class that is about to be.
     *
     * @param code the file that the reader reads
     * @param loader null for the bootstrap loader
     */
    static ClassShape of(ClassReader reader, byte[] code, @Nullable ClassLoader loader) {
        return new ClassShape(reader.getClassName(), null, reader, code, loader);
    }

    /** Of a class that is loaded already, from the file that it was loaded from; empty if there is none. */
    public static Optional<ClassShape> read(Class<?> loaded) {
        try {
            return file(loaded.getName().replace('.', '/'), loaded.getClassLoader())
                    .map(code -> of(new ClassReader(code), code, loaded.getClassLoader()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // made at run time, or newer than we can read
        }
    }

    /** With slashes. */
    public String name() {
        return name;
    }

    /** Whether one of some texts stands in its constant pool, as far as its file is known. */
    public boolean mayName(Set<String> texts) {
        return code == null || ConstantPool.names(code, new ConstantPool.Names(texts));
    }

    /** The types that its code casts to, with slashes, besides what it unwraps; none if only the class and not its file is known. */
    public Set<String> casts() {
        if (casts == null) {
            casts = reader == null ? Set.of() : Casts.in(reader);
        }
        return casts;
    }

    /** Whether it extends or implements, at whatever distance, a type named with slashes. Supertypes are read, not loaded. */
    public boolean isSubtypeOf(String type) {
        if (supertypes == null) {
            supertypes = new HashSet<>();
            collect(loaded, supertypes);
            if (reader != null) {
                read(reader, loader, supertypes);
            }
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
        try {
            Optional<byte[]> found = file(type, loader);
            if (found.isPresent()) {
                read(new ClassReader(found.get()), loader, all);
            }
        } catch (IOException | IllegalArgumentException e) {
            return; // what cannot be read is no subtype as far as we know
        }
    }

    private static Optional<byte[]> file(String type, @Nullable ClassLoader loader) throws IOException {
        String file = type + ".class";
        try (InputStream code =
                loader == null ? ClassLoader.getSystemResourceAsStream(file) : loader.getResourceAsStream(file)) {
            return code == null ? Optional.empty() : Optional.of(code.readAllBytes());
        }
    }
}
