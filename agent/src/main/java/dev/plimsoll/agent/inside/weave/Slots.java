package dev.plimsoll.agent.inside.weave;

import java.util.BitSet;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Which slots of a method keep what they held at its beginning. Compilers may use a parameter's slot for something else once the
 * parameter is not needed any more, and code that relied on it would not pass the verifier.
 */
final class Slots extends MethodVisitor {
    private static final int LOOKED_AT = 8;

    private final BitSet lost = new BitSet();

    Slots() {
        super(Opcodes.ASM9);
    }

    boolean hold(int slot) {
        return !lost.get(slot);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            lost.set(slot);
            if (opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE) {
                lost.set(slot + 1);
            }
        }
    }

    /** Expanded frames name every local there is; references by the names of their types. */
    @Override
    public void visitFrame(int type, int locals, Object[] local, int stacked, Object[] stack) {
        int slot = 0;
        for (int i = 0; i < locals; i++) {
            if (!(local[i] instanceof String)) {
                lost.set(slot);
            }
            slot += Opcodes.LONG.equals(local[i]) || Opcodes.DOUBLE.equals(local[i]) ? 2 : 1;
        }
        lost.set(slot, Math.max(slot, LOOKED_AT));
    }
}
