package dev.plimsoll.agent.inside.weave;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Which types a class casts to, besides the cast that a compiler writes behind {@code unwrap}. */
final class Casts extends ClassVisitor {
    private final Set<String> types = new HashSet<>();

    private Casts() {
        super(Opcodes.ASM9);
    }

    /** The types' names, with slashes. */
    static Set<String> in(ClassReader type) {
        Casts casts = new Casts();
        type.accept(casts, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return casts.types;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Instructions();
    }

    private final class Instructions extends MethodVisitor {
        private boolean unwrapped;

        Instructions() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            unwrapped = name.equals("unwrap");
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.CHECKCAST && !unwrapped) {
                types.add(type);
            }
            unwrapped = false;
        }

        @Override
        public void visitInsn(int opcode) {
            unwrapped = false;
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            unwrapped = false;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            unwrapped = false;
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            unwrapped = false;
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            unwrapped = false;
        }
    }
}
