package shop.units;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Those who listen: each reads items. */
public final class Listeners {
    private Listeners() {}

    static final class OfJms implements MessageListener {
        final CountDownLatch received = new CountDownLatch(1);
        private final String named;

        OfJms(String named) {
            this.named = named;
        }

        @Override
        public void onMessage(Message message) {
            Items.read(named);
            received.countDown();
        }
    }

    static final class ByOldNames implements javax.jms.MessageListener {
        @Override
        public void onMessage(javax.jms.Message message) {
            Items.read("jms_by_old_names");
        }
    }

    /** Methods that adapters call. */
    public static final class Adapted {
        public int one(ConsumerRecord<String, String> kafka) {
            return Items.read("kafka_" + kafka.topic());
        }

        public int many(List<ConsumerRecord<String, String>> kafka) {
            return Items.read("kafka_" + kafka.get(0).topic());
        }

        public void parcel(byte[] content) {
            Items.read("rabbit_in_spring_" + content.length);
        }
    }

    static final class Delivered extends DefaultConsumer {
        Delivered() {
            super(null);
        }

        @Override
        public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
            Items.read("rabbit_" + envelope.getDeliveryTag());
        }
    }

    /** Made by its scheduler. */
    public static final class Nightly implements Job {
        static final CountDownLatch DONE = new CountDownLatch(1);

        @Override
        public void execute(JobExecutionContext context) {
            Items.read("quartz");
            DONE.countDown();
        }
    }
}
