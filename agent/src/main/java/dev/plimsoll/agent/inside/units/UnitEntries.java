package dev.plimsoll.agent.inside.units;

import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Methods that are units of work as a whole: a request, a message, a job. What they are named after is on their parameters. */
public final class UnitEntries implements Point {
    private static final int THIS = 0;

    private final String name;
    private final Set<String> types;
    private final Set<String> methods;
    private final int receiver;
    private final int argument;

    /**
     * @param types of which a class is one that has such methods, with slashes
     * @param methods by name and descriptor
     * @param receiver the slot of what the bridge is told as the receiver
     * @param argument the slot of what the bridge is told as the argument
     */
    private UnitEntries(String name, Set<String> types, Set<String> methods, int receiver, int argument) {
        this.name = name;
        this.types = types;
        this.methods = methods;
        this.receiver = receiver;
        this.argument = argument;
    }

    /** Of every kind. */
    public static List<Point> all() {
        return List.of(
                requests("jakarta"),
                requests("javax"),
                exchanges(),
                scheduled(),
                transactional(),
                new UnitEntries("listener", ListenerMethods.types(), ListenerMethods.all(), THIS, 1),
                deliveries(),
                jobs());
    }

    /** {@code Servlet.service} and {@code Filter.doFilter}. */
    private static UnitEntries requests(String root) {
        String servlet = root + "/servlet/Servlet";
        String filter = root + "/servlet/Filter";
        String parameters = "(L" + servlet + "Request;L" + servlet + "Response;";
        return new UnitEntries(
                "request",
                Set.of(servlet, filter),
                Set.of("service" + parameters + ")V", "doFilter" + parameters + "L" + filter + "Chain;)V"),
                THIS,
                1);
    }

    /** What the JDK's own web server calls for each request. Its handlers may be lambdas, which no agent sees. */
    private static UnitEntries exchanges() {
        String type = "com/sun/net/httpserver/";
        String method = "doFilter(L" + type + "HttpExchange;)V";
        return new UnitEntries("exchange", Set.of(type + "Filter$Chain"), Set.of(method), THIS, 1);
    }

    /** What Spring makes of a method that is {@code @Scheduled}. */
    private static UnitEntries scheduled() {
        String type = "org/springframework/scheduling/support/ScheduledMethodRunnable";
        return new UnitEntries("scheduled", Set.of(type), Set.of("run()V"), THIS, THIS);
    }

    /** What Spring calls around a method that is {@code @Transactional}. */
    private static UnitEntries transactional() {
        String type = "org/springframework/transaction/interceptor/TransactionAspectSupport";
        String method = "invokeWithinTransaction(Ljava/lang/reflect/Method;Ljava/lang/Class;L" + type
                + "$InvocationCallback;)Ljava/lang/Object;";
        return new UnitEntries("transactional", Set.of(type), Set.of(method), 2, 1);
    }

    /** {@code Consumer.handleDelivery} of RabbitMQ's own client. */
    private static UnitEntries deliveries() {
        String client = "com/rabbitmq/client/";
        String method =
                "handleDelivery(Ljava/lang/String;L" + client + "Envelope;L" + client + "AMQP$BasicProperties;[B)V";
        return new UnitEntries("delivery", Set.of(client + "Consumer"), Set.of(method), THIS, 2);
    }

    /** {@code Job.execute} of Quartz. */
    private static UnitEntries jobs() {
        String method = "execute(Lorg/quartz/JobExecutionContext;)V";
        return new UnitEntries("job", Set.of("org/quartz/Job"), Set.of(method), THIS, 1);
    }

    @Override
    public String name() {
        return name;
    }

    /** A class that has a method has its descriptor; that of {@code run} is in too many, but only one class is meant there. */
    @Override
    public Set<String> hints() {
        Set<String> descriptors = new HashSet<>();
        for (String method : methods) {
            descriptors.add(method.substring(method.indexOf('(')));
        }
        return descriptors.contains("()V") ? types : descriptors;
    }

    @Override
    public boolean isIn(ClassShape shape) {
        for (String type : types) {
            if (shape.isSubtypeOf(type)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        boolean isOne = methods.contains(method.name() + method.descriptor());
        return isOne && (method.access() & Opcodes.ACC_STATIC) == 0
                ? new UnitMethod(target, name, receiver, argument)
                : null;
    }
}
