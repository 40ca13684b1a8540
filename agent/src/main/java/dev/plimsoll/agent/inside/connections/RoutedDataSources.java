package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.Set;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * {@code DataSource.getConnection} before it begins: whether its caller gets a connection of several nodes instead; and {@code close},
 * with which the pools of the other nodes end. Woven only where replicas were given, and nearer to the method's code than what
 * looks at its result.
 */
public final class RoutedDataSources implements Point {
    private final DataSourceConnections dataSources = new DataSourceConnections();

    @Override
    public String name() {
        return "routed data source";
    }

    @Override
    public Set<String> hints() {
        return Set.of(DataSourceConnections.PLAIN);
    }

    @Override
    public boolean isIn(ClassShape type) {
        return dataSources.isIn(type);
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        if ((method.access() & Opcodes.ACC_STATIC) != 0) {
            return null;
        }
        if (method.is("getConnection", DataSourceConnections.PLAIN)) {
            return new Entry(target);
        }
        return method.is("close", "()V") ? new Closing(target) : null;
    }

    private static void bridge(MethodVisitor code, String method, String descriptor) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, ReturnedConnection.BRIDGE, method, descriptor, false);
    }

    /** Returns at once what the bridge has, if it has anything. */
    private static final class Entry extends MethodVisitor {
        Entry(MethodVisitor target) {
            super(Opcodes.ASM9, target);
        }

        /** The frame has the locals of the beginning, to which the method's own next frame refers just as if ours were not there. */
        @Override
        public void visitCode() {
            super.visitCode();
            Label itself = new Label();
            bridge(mv, "routed", "(Ljava/lang/Object;)Ljava/lang/Object;");
            super.visitInsn(Opcodes.DUP);
            super.visitJumpInsn(Opcodes.IFNULL, itself);
            super.visitTypeInsn(Opcodes.CHECKCAST, "java/sql/Connection");
            super.visitInsn(Opcodes.ARETURN);
            super.visitLabel(itself);
            super.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Object"});
            super.visitInsn(Opcodes.POP);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(Math.max(stack, 2), locals);
        }
    }

    private static final class Closing extends MethodVisitor {
        Closing(MethodVisitor target) {
            super(Opcodes.ASM9, target);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            bridge(mv, "closed", "(Ljava/lang/Object;)V");
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(Math.max(stack, 1), locals);
        }
    }
}
