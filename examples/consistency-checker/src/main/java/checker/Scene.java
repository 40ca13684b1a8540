package checker;

import cluster.Cluster;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * All that the workers, the faults and the closing checks of one run share.
 *
 * @param subject what is checked
 * @param elsewhere the same in another process
 * @param origin what times are counted from, in nanoseconds
 */
record Scene(
        Settings settings,
        Cluster cluster,
        Pools pools,
        Subject subject,
        Subject elsewhere,
        List<Session> sessions,
        Registers registers,
        Roles roles,
        Oracle oracle,
        Violations violations,
        Tally tally,
        Diversions diversions,
        Log log,
        long origin) {

    /** Some users are busier than others. */
    Session session(SplittableRandom random) {
        int bound = random.nextInt(4) == 0 ? Math.min(4, sessions.size()) : sessions.size();
        return sessions.get(random.nextInt(bound));
    }

    static List<Session> sessions(int count, Registers registers) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Session("user " + number, registers.of(number), new Memory()))
                .toList();
    }
}
