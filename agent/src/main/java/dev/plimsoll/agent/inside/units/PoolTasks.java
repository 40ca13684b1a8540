package dev.plimsoll.agent.inside.units;

import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * {@code ThreadPoolExecutor}: what is submitted, and when a worker takes it. Its tasks stay themselves, since its queue, its
 * {@code remove}, its hooks and its handlers all show them to the application. A worker is told of what it takes where it fetches it,
 * not where it runs it: a worker that is running when the agent comes never leaves the method that runs tasks.
 */
public final class PoolTasks implements Point {
    static final String BRIDGE = "dev/plimsoll/agent/bridge/Bridge";

    private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
    private static final String WORKER = POOL + "$Worker";
    private static final String OF_A_TASK = "(Ljava/lang/Object;)V";

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public Set<String> hints() {
        return Set.of(WORKER);
    }

    @Override
    public boolean isIn(ClassShape type) {
        return type.name().equals(POOL);
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        return switch (method.name() + method.descriptor()) {
            case "execute(Ljava/lang/Runnable;)V" -> new Submitting(target);
            case "runWorker(L" + WORKER + ";)V" -> new Starting(target);
            case "getTask()Ljava/lang/Runnable;" -> new Taking(target);
            default -> null;
        };
    }

    private static void call(MethodVisitor method, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, name, descriptor, false);
    }

    private static final class Submitting extends MethodVisitor {
        Submitting(MethodVisitor target) {
            super(Opcodes.ASM9, target);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            visitVarInsn(Opcodes.ALOAD, 1);
            call(this, "submitted", OF_A_TASK);
        }
    }

    /** A new worker begins with a task that it need not fetch. */
    private static final class Starting extends MethodVisitor {
        Starting(MethodVisitor target) {
            super(Opcodes.ASM9, target);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            visitVarInsn(Opcodes.ALOAD, 1);
            visitFieldInsn(Opcodes.GETFIELD, WORKER, "firstTask", "Ljava/lang/Runnable;");
            call(this, "taken", OF_A_TASK);
        }
    }

    private static final class Taking extends MethodVisitor {
        Taking(MethodVisitor target) {
            super(Opcodes.ASM9, target);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            call(this, "idle", "()V");
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                super.visitInsn(Opcodes.DUP);
                call(this, "taken", OF_A_TASK);
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }
    }
}
