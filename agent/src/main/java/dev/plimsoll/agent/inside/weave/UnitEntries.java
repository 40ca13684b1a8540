package dev.plimsoll.agent.inside.weave;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Methods that are units of work as a whole: a request, a message, a job. What they are named after is on their parameters. */
final class UnitEntries implements Point {
    private static final int THIS = 0;

    private final String name;
    private final @Nullable String owner;
    private final Set<String> methods;
    private final int receiver;
    private final int argument;

    /**
     * @param owner the only class that is woven, with slashes; null for all classes that have one of the methods
     * @param receiver the slot of what the bridge is told as the receiver
     * @param argument the slot of what the bridge is told as the argument
     */
    private UnitEntries(String name, @Nullable String owner, Set<String> methods, int receiver, int argument) {
        this.name = name;
        this.owner = owner;
        this.methods = methods;
        this.receiver = receiver;
        this.argument = argument;
    }

    /** {@code Servlet.service} and {@code Filter.doFilter}. */
    static UnitEntries requests() {
        Set<String> methods = Stream.of("jakarta", "javax")
                .map(root -> "L" + root + "/servlet/Servlet")
                .flatMap(type -> Stream.of(
                        "service(" + type + "Request;" + type + "Response;)V",
                        "doFilter(" + type + "Request;" + type + "Response;" + type.replace("/Servlet", "/FilterChain")
                                + ";)V"))
                .collect(Collectors.toUnmodifiableSet());
        return new UnitEntries("request", null, methods, THIS, 1);
    }

    /** What Spring makes of a method that is {@code @Scheduled}. */
    static UnitEntries scheduled() {
        String owner = "org/springframework/scheduling/support/ScheduledMethodRunnable";
        return new UnitEntries("scheduled", owner, Set.of("run()V"), THIS, THIS);
    }

    /** What Spring calls around a method that is {@code @Transactional}. */
    static UnitEntries transactional() {
        String owner = "org/springframework/transaction/interceptor/TransactionAspectSupport";
        String method = "invokeWithinTransaction(Ljava/lang/reflect/Method;Ljava/lang/Class;L" + owner
                + "$InvocationCallback;)Ljava/lang/Object;";
        return new UnitEntries("transactional", owner, Set.of(method), 2, 1);
    }

    /** Listeners of messages. A loop around {@code KafkaConsumer.poll} or {@code MessageConsumer.receive} has no method to begin at. */
    static UnitEntries listeners() {
        return new UnitEntries("listener", null, ListenerMethods.all(), THIS, 1);
    }

    /** {@code Consumer.handleDelivery} of RabbitMQ's own client. */
    static UnitEntries deliveries() {
        String client = "Lcom/rabbitmq/client/";
        String method =
                "handleDelivery(Ljava/lang/String;" + client + "Envelope;" + client + "AMQP$BasicProperties;[B)V";
        return new UnitEntries("delivery", null, Set.of(method), THIS, 2);
    }

    /** {@code Job.execute} of Quartz. */
    static UnitEntries jobs() {
        return new UnitEntries("job", null, Set.of("execute(Lorg/quartz/JobExecutionContext;)V"), THIS, 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> hints() {
        return owner != null
                ? Set.of(owner)
                : methods.stream()
                        .map(method -> method.substring(method.indexOf('(')))
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isIn(ClassShape type) {
        return owner == null || type.name().equals(owner);
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        boolean isOne = methods.contains(method.name() + method.descriptor());
        return isOne && (method.access() & Opcodes.ACC_STATIC) == 0
                ? new UnitMethod(target, name, receiver, argument)
                : null;
    }
}
