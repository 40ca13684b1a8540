package dev.plimsoll.agent.inside.weave;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The slots of every method of a class. */
final class SlotsOfMethods extends ClassVisitor {
    private final Map<String, Slots> methods = new HashMap<>();

    private SlotsOfMethods() {
        super(Opcodes.ASM9);
    }

    static SlotsOfMethods of(ClassReader type) {
        SlotsOfMethods slots = new SlotsOfMethods();
        type.accept(slots, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
        return slots;
    }

    Slots of(String name, String descriptor) {
        return methods.computeIfAbsent(name + descriptor, method -> new Slots());
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return of(name, descriptor);
    }
}
