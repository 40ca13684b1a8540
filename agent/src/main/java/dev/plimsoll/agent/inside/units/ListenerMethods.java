package dev.plimsoll.agent.inside.units;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The methods that containers of messages call with a message, or with several, by name and descriptor. A loop around {@code
 * KafkaConsumer.poll} or {@code MessageConsumer.receive} calls none, so nothing tells where one message ends and the next begins.
 */
final class ListenerMethods {
    private static final String SPRING_KAFKA = "Lorg/springframework/kafka/support/Acknowledgment;";
    private static final String KAFKA = "Lorg/apache/kafka/clients/consumer/Consumer";
    private static final String AMQP = "Lorg/springframework/amqp/core/Message;";
    private static final String CHANNEL = "Lcom/rabbitmq/client/Channel;";

    private ListenerMethods() {}

    /** Of which a class is one that has such methods. */
    static Set<String> types() {
        return Set.of(
                "jakarta/jms/MessageListener",
                "javax/jms/MessageListener",
                "org/springframework/jms/listener/SessionAwareMessageListener",
                "org/springframework/kafka/listener/GenericMessageListener",
                "org/springframework/amqp/core/MessageListener",
                "org/springframework/amqp/rabbit/core/ChannelAwareMessageListener");
    }

    static Set<String> all() {
        Set<String> all = new HashSet<>();
        jms("Ljakarta/jms/", all);
        jms("Ljavax/jms/", all);
        kafka(all);
        rabbit(all);
        return all;
    }

    private static void jms(String types, Set<String> all) {
        all.add(onMessage(types + "Message;"));
        all.add(onMessage(types + "Message;" + types + "Session;"));
    }

    /** Of Spring's interfaces for a record, for a list of them, and for what a poll returned. */
    private static void kafka(Set<String> all) {
        String consumer = KAFKA + ";";
        for (String rest : List.of("", SPRING_KAFKA, consumer, SPRING_KAFKA + consumer)) {
            all.add(onMessage(KAFKA + "Record;" + rest));
        }
        for (String rest : List.of(SPRING_KAFKA, consumer, SPRING_KAFKA + consumer)) {
            all.add(onMessage("Ljava/util/List;" + rest));
        }
        all.add(onMessage(KAFKA + "Records;" + SPRING_KAFKA + consumer));
    }

    private static void rabbit(Set<String> all) {
        all.add(onMessage(AMQP));
        all.add(onMessage(AMQP + CHANNEL));
        all.add("onMessageBatch(Ljava/util/List;" + CHANNEL + ")V");
    }

    private static String onMessage(String parameters) {
        return "onMessage(" + parameters + ")V";
    }
}
