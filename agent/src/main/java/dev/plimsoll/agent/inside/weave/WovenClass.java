package dev.plimsoll.agent.inside.weave;

import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Writes a class anew, with the methods of its points woven; a method of several points is woven by each. */
final class WovenClass extends ClassVisitor {
    private final List<Point> points;
    private final SlotsOfMethods slots;
    private String owner = "";
    private boolean woven;

    WovenClass(ClassVisitor target, List<Point> points, SlotsOfMethods slots) {
        super(Opcodes.ASM9, target);
        this.points = points;
        this.slots = slots;
    }

    boolean isWoven() {
        return woven;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        owner = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor target = super.visitMethod(access, name, descriptor, signature, exceptions);
        if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return target;
        }
        Point.Method method = new Point.Method(owner, access, name, descriptor, slots);
        for (Point point : points) {
            MethodVisitor weaving = target == null ? null : point.weave(method, target);
            if (weaving != null) {
                woven = true;
                target = weaving;
            }
        }
        return target;
    }
}
