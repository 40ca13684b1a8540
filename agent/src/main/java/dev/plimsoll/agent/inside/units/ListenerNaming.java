package dev.plimsoll.agent.inside.units;

import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Listeners of JMS, Kafka and Spring's RabbitMQ: {@code orders listener}, by the queue or topic that the message, or the first of
 * several, says it came from. Nothing is consumed by asking. Where that is not known, or made for one conversation, by the class.
 */
final class ListenerNaming implements Naming {
    private static final String[] JMS = {"jakarta.jms.", "javax.jms."};
    private static final Set<String> RABBIT = Set.of("org.springframework.amqp.core.MessageProperties");

    private final Getter topic = new Getter(Set.of("org.apache.kafka.clients.consumer.ConsumerRecord"), "topic");
    private final Getter destination = new Getter(jms("Message"), "getJMSDestination");
    private final Getter queueName = new Getter(jms("Queue"), "getQueueName");
    private final Getter topicName = new Getter(jms("Topic"), "getTopicName");
    private final Getter temporaryQueue = new Getter(jms("TemporaryQueue"), "delete");
    private final Getter temporaryTopic = new Getter(jms("TemporaryTopic"), "delete");
    private final Getter properties =
            new Getter(Set.of("org.springframework.amqp.core.Message"), "getMessageProperties");
    private final Getter consumerQueue = new Getter(RABBIT, "getConsumerQueue");

    private static Set<String> jms(String type) {
        return Set.of(JMS[0] + type, JMS[1] + type);
    }

    static String listener(String from) {
        return from + " listener";
    }

    @Override
    public String atBegin(@Nullable Object receiver, @Nullable Object argument) throws Throwable {
        String from = source(first(argument));
        if (from != null && !from.isEmpty()) {
            return listener(from);
        }
        return receiver == null ? "listener" : Naming.of(receiver.getClass()) + ".onMessage";
    }

    private static @Nullable Object first(@Nullable Object argument) {
        if (argument instanceof Iterable<?> messages) {
            Iterator<?> each = messages.iterator();
            return each.hasNext() ? each.next() : null;
        }
        return argument;
    }

    private @Nullable String source(@Nullable Object message) throws Throwable {
        String kafka = topic.textOf(message);
        if (kafka != null) {
            return kafka;
        }
        String rabbit = consumerQueue.textOf(properties.of(message));
        return rabbit != null ? rabbit : jmsSource(destination.of(message));
    }

    private @Nullable String jmsSource(@Nullable Object from) throws Throwable {
        if (from == null || temporaryQueue.knows(from) || temporaryTopic.knows(from)) {
            return null;
        }
        String queue = queueName.textOf(from);
        return queue != null ? queue : topicName.textOf(from);
    }
}
