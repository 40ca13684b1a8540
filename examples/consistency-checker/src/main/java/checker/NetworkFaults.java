package checker;

import cluster.TcpProxy;
import java.time.Duration;

/** What befalls the network before a server. */
final class NetworkFaults {
    private NetworkFaults() {}

    static void blackhole(Field field, Strike strike) {
        TcpProxy proxy = field.victim(strike).proxy();
        proxy.blackhole();
        Pause.of(strike.length().plusMillis(1_000));
        proxy.heal();
    }

    static void reset(Field field, Strike strike) {
        TcpProxy proxy = field.victim(strike).proxy();
        for (int times = 0; times < 4; times++) {
            proxy.reset();
            Pause.millis(150);
        }
    }

    static void refusal(Field field, Strike strike) {
        TcpProxy proxy = field.victim(strike).proxy();
        proxy.refuse();
        proxy.reset();
        Pause.of(strike.length());
        proxy.heal();
    }

    static void slow(Field field, Strike strike) {
        TcpProxy proxy = field.victim(strike).proxy();
        proxy.delay(Duration.ofMillis(20));
        Pause.of(strike.length());
        proxy.heal();
    }

    static void primaryReset(Field field, Strike strike) {
        TcpProxy proxy = field.primary().proxy();
        field.disturbing(() -> {
            for (int times = 0; times < 4; times++) {
                proxy.reset();
                Pause.millis(100);
            }
        });
    }

    /** For longer than clients wait: what they have sent arrives when they have given up. */
    static void primaryBlackhole(Field field, Strike strike) {
        TcpProxy proxy = field.primary().proxy();
        field.disturbing(() -> {
            proxy.blackhole();
            Pause.millis(2_500);
            proxy.heal();
        });
    }
}
