package bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A unit of work of the agent that this JVM was started with, begun as the code does that it weaves into servlets. */
final class AgentUnit implements AutoCloseable {
    private static final String BRIDGE = "dev.plimsoll.agent.bridge.Bridge";
    private static final String POINT = "request";

    private final MethodHandle end;

    private AgentUnit(MethodHandle end) {
        this.end = end;
    }

    static AgentUnit begin() {
        try {
            Class<?> bridge = Class.forName(BRIDGE, true, null);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodType takesPoint = MethodType.methodType(void.class, String.class);
            MethodType takesAll = takesPoint.appendParameterTypes(Object.class, Object.class);
            lookup.findStatic(bridge, "begin", takesAll).invoke(POINT, null, null);
            return new AgentUnit(lookup.findStatic(bridge, "end", takesPoint));
        } catch (Throwable e) { // whatever a method handle throws
            throw new IllegalStateException("This JVM has no agent", e);
        }
    }

    @Override
    public void close() {
        try {
            end.invoke(POINT);
        } catch (Throwable e) { // whatever a method handle throws
            throw new IllegalStateException("The agent has gone", e);
        }
    }
}
