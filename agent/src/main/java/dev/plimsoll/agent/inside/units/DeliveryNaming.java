package dev.plimsoll.agent.inside.units;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What RabbitMQ's client delivers: {@code orders listener}, by the exchange, or the queue where there is none. */
final class DeliveryNaming implements Naming {
    private static final Set<String> ENVELOPE = Set.of("com.rabbitmq.client.Envelope");

    private final Getter exchange = new Getter(ENVELOPE, "getExchange");
    private final Getter routingKey = new Getter(ENVELOPE, "getRoutingKey");

    @Override
    public @Nullable String atBegin(@Nullable Object receiver, @Nullable Object envelope) throws Throwable {
        if (receiver == null || receiver.getClass().getName().startsWith("org.springframework.")) {
            return null; // only takes it in: the listener that it is for knows the queue
        }
        String from = exchange.textOf(envelope);
        if (from == null || from.isEmpty()) {
            from = routingKey.textOf(envelope); // without an exchange it is the queue's name
        }
        return from == null || from.isEmpty()
                ? Naming.of(receiver.getClass()) + ".handleDelivery"
                : ListenerNaming.listener(from);
    }
}
