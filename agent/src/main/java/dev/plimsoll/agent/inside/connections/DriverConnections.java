package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** {@code Driver.connect}: what it returns, and for which URL. */
public final class DriverConnections implements Point {
    private static final String CONNECT = "(Ljava/lang/String;Ljava/util/Properties;)Ljava/sql/Connection;";

    @Override
    public String name() {
        return "driver";
    }

    @Override
    public Set<String> hints() {
        return Set.of(CONNECT);
    }

    @Override
    public boolean isIn(ClassShape type) {
        return type.isSubtypeOf("java/sql/Driver");
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        if (!method.is("connect", CONNECT) || !method.holdsParameter(0)) {
            return null;
        }
        return new ReturnedConnection(target, 3) {
            @Override
            void call() {
                visitVarInsn(Opcodes.ALOAD, 0);
                argument(1);
                argument(2);
                bridge(
                        "connected",
                        "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
            }

            private void argument(int slot) {
                if (method.holdsParameter(slot)) {
                    visitVarInsn(Opcodes.ALOAD, slot);
                } else {
                    visitInsn(Opcodes.ACONST_NULL);
                }
            }
        };
    }
}
