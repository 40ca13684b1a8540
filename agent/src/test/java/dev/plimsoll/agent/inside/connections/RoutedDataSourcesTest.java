package dev.plimsoll.agent.inside.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.inside.weave.Point;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.Iterator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** What is woven in front of a method passes the verifier, whatever the method's own frames are. */
class RoutedDataSourcesTest {

    @Test
    void aMethodThatBeginsWithALoopGoesOnWorking() throws Exception {
        Object target = new Woven()
                .of(Looping.class)
                .getDeclaredConstructor(Iterator.class)
                .newInstance(java.util.List.of(1, 2, 3).iterator());
        assertThat(target.getClass().getMethod("getConnection").invoke(target)).isNull();
        target.getClass().getMethod("close").invoke(target);
        assertThat(target).hasToString("6 closed");
    }

    /** Begins with a place that is jumped to, and has locals that come and go. */
    public static final class Looping {
        private final Iterator<Integer> numbers;
        private long sum;
        private String state = "";

        public Looping(Iterator<Integer> numbers) {
            this.numbers = numbers;
        }

        public Connection getConnection() {
            while (numbers.hasNext()) {
                int number = numbers.next();
                for (long each = 0; each < number; each++) {
                    sum++;
                }
            }
            return null;
        }

        public void close() {
            state = " closed";
        }

        @Override
        public String toString() {
            return sum + state;
        }
    }

    private static final class Woven extends ClassLoader {
        private final Point point = new RoutedDataSources();

        Woven() {
            super(RoutedDataSourcesTest.class.getClassLoader());
        }

        Class<?> of(Class<?> type) throws IOException {
            try (InputStream code =
                    type.getResourceAsStream("RoutedDataSourcesTest$" + type.getSimpleName() + ".class")) {
                ClassReader reader = new ClassReader(code.readAllBytes());
                ClassWriter writer = new ClassWriter(reader, 0);
                reader.accept(weaving(type.getName(), writer), 0);
                byte[] woven = writer.toByteArray();
                return defineClass(type.getName(), woven, 0, woven.length);
            }
        }

        private ClassVisitor weaving(String owner, ClassWriter writer) {
            return new ClassVisitor(Opcodes.ASM9, writer) {
                @Override
                public MethodVisitor visitMethod(
                        int access, String name, String descriptor, String signature, String[] exceptions) {
                    MethodVisitor target = super.visitMethod(access, name, descriptor, signature, exceptions);
                    MethodVisitor woven = point.weave(new Point.Method(owner, access, name, descriptor, null), target);
                    return woven == null ? target : woven;
                }
            };
        }
    }
}
