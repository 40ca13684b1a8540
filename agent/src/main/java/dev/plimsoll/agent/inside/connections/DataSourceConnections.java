package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** {@code DataSource.getConnection}, with or without a user: what it returns. */
public final class DataSourceConnections implements Point {
    static final String PLAIN = "()Ljava/sql/Connection;";
    private static final String AS_USER = "(Ljava/lang/String;Ljava/lang/String;)Ljava/sql/Connection;";

    /** Has the method, of which a subclass makes that of a data source. */
    private static final String TOMCATS = "org/apache/tomcat/jdbc/pool/DataSourceProxy";

    @Override
    public String name() {
        return "data source";
    }

    @Override
    public Set<String> hints() {
        return Set.of(PLAIN, AS_USER);
    }

    @Override
    public boolean isIn(ClassShape type) {
        return type.isSubtypeOf("javax/sql/DataSource") || type.name().equals(TOMCATS);
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        if (!method.is("getConnection", PLAIN) && !method.is("getConnection", AS_USER) || !method.holdsParameter(0)) {
            return null;
        }
        return new ReturnedConnection(target, 1) {
            @Override
            void call() {
                visitVarInsn(Opcodes.ALOAD, 0);
                bridge("connection", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
            }
        };
    }
}
