package dev.plimsoll.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A value of any type that JDBC's methods take or return. */
final class Samples {
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(byte.class, (byte) 7),
            Map.entry(short.class, (short) 7),
            Map.entry(int.class, 7),
            Map.entry(long.class, 7L),
            Map.entry(float.class, 7f),
            Map.entry(double.class, 7d),
            Map.entry(String.class, "text"),
            Map.entry(Object.class, "object"),
            Map.entry(Class.class, String.class),
            Map.entry(Map.class, Map.of()),
            Map.entry(Executor.class, (Executor) Runnable::run),
            Map.entry(BigDecimal.class, BigDecimal.TEN),
            Map.entry(Date.class, new Date(0)),
            Map.entry(Time.class, new Time(0)),
            Map.entry(Timestamp.class, new Timestamp(0)),
            Map.entry(Calendar.class, new GregorianCalendar()),
            Map.entry(InputStream.class, new ByteArrayInputStream(new byte[0])),
            Map.entry(Reader.class, new StringReader("")),
            Map.entry(PrintWriter.class, new PrintWriter(System.err)),
            Map.entry(Properties.class, new Properties()),
            Map.entry(SQLType.class, JDBCType.BIGINT));

    private Samples() {}

    static @Nullable Object of(Class<?> type, RecordingDriver driver) {
        if (VALUES.containsKey(type)) {
            return VALUES.get(type);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 1);
        }
        if (type == java.net.URL.class) {
            return url();
        }
        return type.isInterface() ? driver.object(type) : null;
    }

    static Object[] arguments(Method method, RecordingDriver driver) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = of(types[i], driver);
        }
        return arguments;
    }

    private static Object url() {
        try {
            return URI.create("http://localhost/").toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
