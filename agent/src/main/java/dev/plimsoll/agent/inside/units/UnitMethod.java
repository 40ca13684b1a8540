package dev.plimsoll.agent.inside.units;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Tells the bridge that a unit begins with the method, and that it ends, however the method ends. */
final class UnitMethod extends MethodVisitor {
    private static final String BRIDGE = "dev/plimsoll/agent/bridge/Bridge";
    private static final Object[] NOTHING = {};
    private static final int BEGIN_TAKES = 3;

    private final String point;
    private final int receiver;
    private final int argument;
    private final Label from = new Label();

    /**
     * @param receiver the slot of what begin is told as the receiver
     * @param argument the slot of what begin is told as the argument
     */
    UnitMethod(MethodVisitor target, String point, int receiver, int argument) {
        super(Opcodes.ASM9, target);
        this.point = point;
        this.receiver = receiver;
        this.argument = argument;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        visitLdcInsn(point);
        visitVarInsn(Opcodes.ALOAD, receiver);
        visitVarInsn(Opcodes.ALOAD, argument);
        visitMethodInsn(
                Opcodes.INVOKESTATIC,
                BRIDGE,
                "begin",
                "(Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;)V",
                false);
        visitLabel(from);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            end();
        }
        super.visitInsn(opcode);
    }

    private void end() {
        visitLdcInsn(point);
        visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "end", "(Ljava/lang/String;)V", false);
    }

    /** The handler of whatever is thrown needs none of the method's variables, so its frame names none. */
    @Override
    public void visitMaxs(int stack, int locals) {
        Label to = new Label();
        visitLabel(to);
        visitFrame(Opcodes.F_FULL, 0, NOTHING, 1, new Object[] {"java/lang/Throwable"});
        end();
        super.visitInsn(Opcodes.ATHROW);
        visitTryCatchBlock(from, to, to, null);
        super.visitMaxs(Math.max(stack + 1, BEGIN_TAKES), locals);
    }
}
