package shop.units;

import com.rabbitmq.client.Envelope;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.Session;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.listener.adapter.MessageListenerAdapter;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.kafka.listener.adapter.BatchMessagingMessageListenerAdapter;
import org.springframework.kafka.listener.adapter.HandlerAdapter;
import org.springframework.kafka.listener.adapter.RecordMessagingMessageListenerAdapter;
import org.springframework.messaging.handler.annotation.support.DefaultMessageHandlerMethodFactory;
import shop.units.Listeners.Adapted;
import shop.units.Listeners.ByOldNames;
import shop.units.Listeners.Delivered;
import shop.units.Listeners.Nightly;
import shop.units.Listeners.OfJms;

/** Listeners of messages: JMS through a real broker, the others called as their containers call them. */
public final class Messages {
    private Messages() {}

    public static void main(String[] arguments) throws Exception {
        jms();
        new ByOldNames().onMessage(null);
        kafka();
        rabbit();
        quartz();
    }

    private static void jms() throws Exception {
        ActiveMQConnectionFactory broker =
                new ActiveMQConnectionFactory("vm://shop?broker.persistent=false&broker.useJmx=false");
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession()) {
            connection.start();
            for (Destination from : List.of(session.createQueue("orders"), session.createTopic("prices"))) {
                OfJms listener = new OfJms("jms_" + from.toString().replaceAll(".*/", ""));
                session.createConsumer(from).setMessageListener(listener);
                send(connection, from, listener);
            }
            OfJms inSpring = new OfJms("jms_in_spring");
            DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
            container.setConnectionFactory(broker);
            container.setDestinationName("returns");
            container.setMessageListener(inSpring);
            container.afterPropertiesSet();
            container.start();
            send(connection, session.createQueue("returns"), inSpring);
            container.destroy();
        }
    }

    private static void send(Connection connection, Destination to, OfJms listener) throws Exception {
        try (Session session = connection.createSession()) {
            session.createProducer(to).send(session.createTextMessage("one"));
            listener.received.await();
        }
    }

    private static void kafka() throws Exception {
        RecordMessagingMessageListenerAdapter<String, String> one =
                new RecordMessagingMessageListenerAdapter<>(new Adapted(), method("one", ConsumerRecord.class));
        one.setHandlerMethod(handler("one", ConsumerRecord.class));
        one.onMessage(new ConsumerRecord<>("payments", 0, 0, "k", "v"), null, null);
        BatchMessagingMessageListenerAdapter<String, String> many =
                new BatchMessagingMessageListenerAdapter<>(new Adapted(), method("many", List.class));
        many.setHandlerMethod(handler("many", List.class));
        many.onMessage(List.of(new ConsumerRecord<>("refunds", 0, 0, "k", "v")), null, null);
    }

    private static Method method(String name, Class<?> parameter) throws NoSuchMethodException {
        return Adapted.class.getMethod(name, parameter);
    }

    private static HandlerAdapter handler(String name, Class<?> parameter) throws Exception {
        DefaultMessageHandlerMethodFactory methods = new DefaultMessageHandlerMethodFactory();
        methods.afterPropertiesSet();
        return new HandlerAdapter(methods.createInvocableHandlerMethod(new Adapted(), method(name, parameter)));
    }

    private static void rabbit() throws Exception {
        MessageProperties properties = new MessageProperties();
        properties.setConsumerQueue("parcels");
        Message message = new Message(new byte[1], properties);
        new MessageListenerAdapter(new Adapted(), "parcel").onMessage(message, null);
        new Delivered().handleDelivery("tag", new Envelope(1, false, "shop", "parcels.17"), null, new byte[0]);
        new Delivered().handleDelivery("tag", new Envelope(2, false, "", "letters"), null, new byte[0]);
    }

    private static void quartz() throws Exception {
        System.setProperty("org.quartz.threadPool.threadCount", "1");
        Scheduler scheduler = StdSchedulerFactory.getDefaultScheduler();
        scheduler.start();
        scheduler.scheduleJob(
                JobBuilder.newJob(Nightly.class).build(),
                TriggerBuilder.newTrigger().startNow().build());
        Nightly.DONE.await();
        scheduler.shutdown(true);
    }
}
