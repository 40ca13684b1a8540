package dev.plimsoll.agent.inside.connections;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Passes a connection through the bridge wherever a method returns one. */
abstract class ReturnedConnection extends MethodVisitor {
    static final String BRIDGE = "dev/plimsoll/agent/bridge/Bridge";

    private final int arguments;

    /**
     * @param arguments of the bridge's method besides the connection
     */
    ReturnedConnection(MethodVisitor target, int arguments) {
        super(Opcodes.ASM9, target);
        this.arguments = arguments;
    }

    /** Replaces the connection on top of the stack by what the bridge makes of it. */
    abstract void call();

    final void bridge(String method, String descriptor) {
        visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, method, descriptor, false);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.ARETURN) {
            call();
            visitTypeInsn(Opcodes.CHECKCAST, "java/sql/Connection");
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        super.visitMaxs(stack + arguments, locals);
    }
}
