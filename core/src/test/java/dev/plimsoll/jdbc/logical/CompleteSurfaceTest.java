package dev.plimsoll.jdbc.logical;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompleteSurfaceTest {
    private static final Map<Class<?>, Class<?>> CLASSES = Map.of(
            Connection.class, CompleteConnection.class,
            Statement.class, CompleteStatement.class,
            PreparedStatement.class, CompletePreparedStatement.class,
            CallableStatement.class, CompleteCallableStatement.class,
            DatabaseMetaData.class, CompleteDatabaseMetaData.class);

    @Test
    @DisplayName("S1 S2 S4: no default method of an interface is inherited")
    void noDefaultIsInherited() throws NoSuchMethodException {
        for (Map.Entry<Class<?>, Class<?>> each : CLASSES.entrySet()) {
            for (Method method : each.getKey().getMethods()) {
                if (!Modifier.isStatic(method.getModifiers())) {
                    Method found = each.getValue().getMethod(method.getName(), method.getParameterTypes());
                    assertThat(found.getDeclaringClass().isInterface())
                            .as(found.toString())
                            .isFalse();
                }
            }
        }
    }
}
