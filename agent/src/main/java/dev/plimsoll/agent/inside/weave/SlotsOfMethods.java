package dev.plimsoll.agent.inside.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The slots of every method of a class. A method's code is read when it is asked for, since few are, and to read code costs the start of a
 * JVM dearly.
 */
final class SlotsOfMethods {
    private final ClassReader type;

    SlotsOfMethods(ClassReader type) {
        this.type = type;
    }

    Slots of(String wanted, String wantedDescriptor) {
        Slots slots = new Slots();
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                return name.equals(wanted) && descriptor.equals(wantedDescriptor) ? slots : null;
            }
        };
        type.accept(visitor, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
        return slots;
    }
}
