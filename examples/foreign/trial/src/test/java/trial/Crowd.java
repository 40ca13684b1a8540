package trial;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Some clients that ask one thing after another until they are sent away, and remember what was not as it should be. */
final class Crowd implements AutoCloseable {
    private static final int CLIENTS = 2;
    private static final int ROUNDS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Client client;
    private final List<Answer> expected;
    private final Queue<Object> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong rounds = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    private Crowd(Client client, List<Answer> expected) {
        this.client = client;
        this.expected = expected;
    }

    /** Lets a crowd in that asks again what has been answered like this. */
    static Crowd expecting(Client client, List<Answer> answers) {
        Crowd crowd = new Crowd(client, answers);
        for (int number = 0; number < CLIENTS; number++) {
            Thread thread = new Thread(crowd::ask, "client " + number);
            thread.start();
            crowd.threads.add(thread);
        }
        return crowd;
    }

    private void ask() {
        while (open) {
            try {
                for (Answer answer : expected) {
                    Answer now = client.answer(answer.request());
                    if (!now.equals(answer)) {
                        wrong.add(now);
                    }
                }
            } catch (RuntimeException e) {
                wrong.add(e); // and a test fails
            }
            rounds.incrementAndGet();
        }
    }

    /** Waits until everything has been asked some times more. */
    void goesOn() {
        long enough = rounds.get() + ROUNDS;
        await().atMost(PATIENCE).until(() -> rounds.get() >= enough);
    }

    /** Answers that were other than expected, and failures. */
    List<Object> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        open = false;
        await().atMost(PATIENCE).until(() -> threads.stream().noneMatch(Thread::isAlive));
    }
}
