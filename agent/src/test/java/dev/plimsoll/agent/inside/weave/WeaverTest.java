package dev.plimsoll.agent.inside.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class WeaverTest {
    private static final String TARGET = Target.class.getName().replace('.', '/');

    private final List<String> failures = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void aClassThatIsNotNamedIsNotLookedAt() throws IOException {
        assertThat(transform(new Failing(Set.of("nobody has this")), Target.class))
                .isNull();
        assertThat(failures).isEmpty();
    }

    @Test
    void aPointThatFailsLeavesTheClassAsItWas() throws IOException {
        assertThat(transform(new Failing(Set.of(TARGET)), Target.class)).isNull();
        assertThat(failures).containsExactly("weaving " + TARGET);
    }

    @Test
    void aFileThatIsNoClassLeavesItAsItWas() {
        Weaver weaver = weaver(new Failing(Set.of(TARGET)));
        byte[] code = {1, 2, 3, 4, 5, 6, 7, 8, 0, 2, 99, 0};
        assertThat(weaver.transform(null, "broken", null, null, code)).isNull();
        assertThat(weaver.transform(null, "short", null, null, new byte[0])).isNull();
        assertThat(failures).containsExactly("weaving broken", "weaving short");
    }

    @Test
    void aParameterWhoseSlotIsUsedAgainIsNotReliedOn() throws IOException {
        List<Boolean> held = new ArrayList<>();
        transform(new Noting(held), Target.class);
        assertThat(held).containsExactly(true, false);
    }

    private byte[] transform(Point point, Class<?> type) throws IOException {
        try (InputStream code = type.getResourceAsStream("WeaverTest$" + type.getSimpleName() + ".class")) {
            return weaver(point)
                    .transform(
                            new ClassLoader(WeaverTest.class.getClassLoader()) {},
                            type.getName().replace('.', '/'),
                            null,
                            null,
                            code.readAllBytes());
        }
    }

    private Weaver weaver(Point point) {
        return new Weaver(List.of(point), new BridgeSight(told::add), (place, failure) -> failures.add(place));
    }

    /** Something to weave. */
    static final class Target {
        @SuppressWarnings("ParameterName")
        static String twice(String kept, String overwritten) {
            overwritten = kept + overwritten;
            return overwritten;
        }
    }

    private record Failing(Set<String> hints) implements Point {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public boolean isIn(ClassShape type) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public MethodVisitor weave(Method method, MethodVisitor target) {
            return null;
        }
    }

    private record Noting(List<Boolean> held) implements Point {
        @Override
        public String name() {
            return "noting";
        }

        @Override
        public Set<String> hints() {
            return Set.of(TARGET);
        }

        @Override
        public boolean isIn(ClassShape type) {
            return true;
        }

        @Override
        public MethodVisitor weave(Method method, MethodVisitor target) {
            if (!method.name().equals("twice")) {
                return null;
            }
            held.add(method.holdsParameter(0));
            held.add(method.holdsParameter(1));
            return new MethodVisitor(Opcodes.ASM9, target) {};
        }
    }
}
