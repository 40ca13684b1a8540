package dev.plimsoll.agent.inside.weave;

import dev.plimsoll.agent.inside.weave.ConstantPool.Names;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes that points are in, when they are loaded or transformed again. A class in which anything goes wrong stays as it was.
 * Safe for use by many threads.
 */
final class Weaver implements ClassFileTransformer {
    private final List<Hinted> points;
    private final Names hints;
    private final BridgeSight sight;
    private final BiConsumer<String, Throwable> failures;
    private final ClassLoader ours;

    /**
     * @param failures is told where and what went wrong
     */
    Weaver(List<Point> points, BridgeSight sight, BiConsumer<String, Throwable> failures) {
        this.sight = sight;
        this.failures = failures;
        this.ours = Weaver.class.getClassLoader();
        Set<String> all = new HashSet<>();
        List<Hinted> hinted = new ArrayList<>();
        for (Point point : points) {
            Set<String> its = point.hints();
            hinted.add(new Hinted(point, new Names(its)));
            all.addAll(its);
        }
        this.points = List.copyOf(hinted);
        this.hints = new Names(all);
    }

    /** Whether a class that is loaded already is worth a look. */
    boolean mayWeave(Class<?> loaded) {
        ClassLoader loader = loaded.getClassLoader();
        return !loaded.isInterface()
                && !loaded.isArray()
                && !loaded.isHidden()
                && !isOurs(loader)
                && !isOfTheJvm(loader, loaded.getName().replace('.', '/'))
                && !pointsIn(ClassShape.of(loaded), null).isEmpty();
    }

    /** To be asked costs more than a look for the hints, once a class is to be read for it. */
    private List<Point> pointsIn(ClassShape shape, byte @Nullable [] code) {
        List<Point> here = new ArrayList<>(0);
        for (Hinted each : points) {
            if ((code == null || ConstantPool.names(code, each.hints)) && each.point.isIn(shape)) {
                here.add(each.point);
            }
        }
        return here;
    }

    /** Null for a class that is to stay as it is. */
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> loaded,
            @Nullable ProtectionDomain domain,
            byte[] code) {
        try {
            if (isOurs(loader) || isOfTheJvm(loader, name) || !ConstantPool.names(code, hints)) {
                return null;
            }
            return woven(loader, loaded, code);
        } catch (Throwable failure) { // ours, so not the application's
            failures.accept("weaving " + name, failure);
            return null;
        }
    }

    @SuppressWarnings("ReferenceEquality") // a loader is only itself
    private boolean isOurs(@Nullable ClassLoader loader) {
        return loader == ours;
    }

    /** Of the JDK's classes no point is in those that every JVM loads by the hundred, to which a look would add up. */
    private static boolean isOfTheJvm(@Nullable ClassLoader loader, @Nullable String name) {
        return loader == null
                && name != null
                && (name.startsWith("java/lang/") || name.startsWith("jdk/") || name.startsWith("sun/"));
    }

    private byte @Nullable [] woven(@Nullable ClassLoader loader, @Nullable Class<?> loaded, byte[] code) {
        ClassReader reader = new ClassReader(code);
        ClassShape shape = loaded == null ? ClassShape.of(reader, code, loader) : ClassShape.of(loaded);
        List<Point> here = pointsIn(shape, code);
        if (here.isEmpty() || !sight.has(loader)) {
            return null;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        WovenClass visitor = new WovenClass(writer, here, new SlotsOfMethods(reader));
        reader.accept(visitor, 0);
        return visitor.isWoven() ? writer.toByteArray() : null;
    }

    private record Hinted(Point point, Names hints) {}
}
