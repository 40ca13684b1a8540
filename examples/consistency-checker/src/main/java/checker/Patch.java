package checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
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

    void apply() {
        if (!finds()) {
            throw new IllegalStateException("there is no " + type + "." + method);
        }
        ByteBuddyAgent.install();
        try (var unloaded = new ByteBuddy()
                .redefine(target(), locator())
                .visit(Advice.to(twist, locator()).on(ElementMatchers.named(method)))
                .make()) {
            unloaded.load(loader(), ClassReloadingStrategy.fromInstalledAgent());
        }
    }

    void undo() {
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
