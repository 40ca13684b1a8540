package checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * A change to one method of the library, in this JVM only.
 *
 * @param type the class, below the library's package
 * @param method its name; all that bear it are changed
 * @param twist what is woven in
 */
record Patch(String type, String method, Class<?> twist) {
    private static final String LIBRARY = "dev.plimsoll.";

    static Patch of(String type, String method, Class<?> twist) {
        return new Patch(type, method, twist);
    }

    /** Whether there is such a method. */
    boolean finds() {
        try {
            return Arrays.stream(target().getDeclaredMethods())
                    .anyMatch(each -> each.getName().equals(method));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** All at once: those of one class have to come together, for each begins with the class as it was written. */
    static void apply(List<Patch> patches) {
        ByteBuddyAgent.install();
        byType(patches).forEach((type, alike) -> {
            DynamicType.Builder<?> changed =
                    new ByteBuddy().redefine(alike.get(0).target(), locator());
            for (Patch patch : alike) {
                if (!patch.finds()) {
                    throw new IllegalStateException("there is no " + patch);
                }
                changed = changed.visit(Advice.to(patch.twist, locator()).on(ElementMatchers.named(patch.method)));
            }
            try (var unloaded = changed.make()) {
                unloaded.load(loader(), ClassReloadingStrategy.fromInstalledAgent());
            }
        });
    }

    static void undo(List<Patch> patches) {
        byType(patches).values().forEach(alike -> alike.get(0).undo());
    }

    private static Map<String, List<Patch>> byType(List<Patch> patches) {
        return patches.stream().collect(Collectors.groupingBy(Patch::type));
    }

    private void undo() {
        try {
            ClassReloadingStrategy.fromInstalledAgent().reset(locator(), target());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Class<?> target() {
        try {
            return Class.forName(LIBRARY + type, true, loader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("there is no " + type, e);
        }
    }

    private static ClassFileLocator locator() {
        return ClassFileLocator.ForClassLoader.of(loader());
    }

    private static ClassLoader loader() {
        return Patch.class.getClassLoader();
    }
}
