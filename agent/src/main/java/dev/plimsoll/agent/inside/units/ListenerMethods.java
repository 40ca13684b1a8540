package dev.plimsoll.agent.inside.units;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return Stream.of(jms(), kafka(), rabbit()).flatMap(methods -> methods).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> jms() {
        return Stream.of("Ljakarta/jms/", "Ljavax/jms/")
                .flatMap(types -> Stream.of(types + "Message;", types + "Message;" + types + "Session;"))
                .map(ListenerMethods::onMessage);
    }

    /** Of Spring's interfaces for a record, for a list of them, and for what a poll returned. */
    private static Stream<String> kafka() {
        String consumer = KAFKA + ";";
        Stream<String> others = Stream.of(
                "Ljava/util/List;" + SPRING_KAFKA,
                "Ljava/util/List;" + consumer,
                "Ljava/util/List;" + SPRING_KAFKA + consumer,
                KAFKA + "Records;" + SPRING_KAFKA + consumer);
        Stream<String> ofRecords =
                Stream.of("", SPRING_KAFKA, consumer, SPRING_KAFKA + consumer).map(rest -> KAFKA + "Record;" + rest);
        return Stream.concat(ofRecords, others).map(ListenerMethods::onMessage);
    }

    private static Stream<String> rabbit() {
        return Stream.of(
                onMessage(AMQP), onMessage(AMQP + CHANNEL), "onMessageBatch(Ljava/util/List;" + CHANNEL + ")V");
    }

    private static String onMessage(String parameters) {
        return "onMessage(" + parameters + ")V";
    }
}
