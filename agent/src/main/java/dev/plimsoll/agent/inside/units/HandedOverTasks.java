package dev.plimsoll.agent.inside.units;

import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own tasks that hold an application's: futures, their completions, what a fork-join pool and an executor of virtual threads
 * make of a task. Nobody but they sees what they hold, so the bridge may put something else in its place.
 */
public final class HandedOverTasks implements Point {
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String COMPLETIONS = CONCURRENT + "CompletableFuture$";
    private static final Set<String> CLASSES = Set.of(
            "FutureTask",
            "ForkJoinTask$AdaptedRunnable",
            "ForkJoinTask$AdaptedRunnableAction",
            "ForkJoinTask$AdaptedCallable",
            "ForkJoinTask$AdaptedInterruptibleCallable",
            "ForkJoinTask$AdaptedInterruptibleRunnable",
            "ForkJoinTask$RunnableExecuteAction",
            "ThreadPerTaskExecutor$TaskRunner",
            "StructuredTaskScope$SubtaskImpl",
            "StructuredTaskScopeImpl$SubtaskImpl");
    private static final Set<String> FIELDS = Set.of("callable", "fn", "runnable", "task");
    private static final Set<String> TYPES = Set.of(
            "Ljava/lang/Runnable;",
            "Ljava/util/concurrent/Callable;",
            "Ljava/util/function/Supplier;",
            "Ljava/util/function/Function;",
            "Ljava/util/function/BiFunction;",
            "Ljava/util/function/Consumer;",
            "Ljava/util/function/BiConsumer;");

    @Override
    public String name() {
        return "task";
    }

    /** Of each of them a name that few other classes have in their constant pools. */
    @Override
    public Set<String> hints() {
        Set<String> hints = new HashSet<>(Set.of(
                CONCURRENT + "FutureTask$WaitNode",
                COMPLETIONS + "AsynchronousCompletionTask",
                COMPLETIONS + "UniCompletion",
                COMPLETIONS + "BiCompletion"));
        for (String name : CLASSES) {
            if (name.contains("$")) {
                hints.add(CONCURRENT + name);
            }
        }
        return hints;
    }

    @Override
    public boolean isIn(ClassShape type) {
        String name = type.name();
        return name.startsWith(COMPLETIONS)
                || name.startsWith(CONCURRENT) && CLASSES.contains(name.substring(CONCURRENT.length()));
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        return method.name().equals("<init>") && Type.getArgumentTypes(method.descriptor()).length > 0
                ? new Fields(method.owner(), target)
                : null;
    }

    /** Passes what a constructor puts into such a field through the bridge. */
    private static final class Fields extends MethodVisitor {
        private final String type;

        Fields(String type, MethodVisitor target) {
            super(Opcodes.ASM9, target);
            this.type = type;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTFIELD
                    && owner.equals(type)
                    && FIELDS.contains(name)
                    && TYPES.contains(descriptor)) {
                String field = Type.getType(descriptor).getInternalName();
                visitLdcInsn(field);
                visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        PoolTasks.BRIDGE,
                        "task",
                        "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;",
                        false);
                visitTypeInsn(Opcodes.CHECKCAST, field);
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }
    }
}
