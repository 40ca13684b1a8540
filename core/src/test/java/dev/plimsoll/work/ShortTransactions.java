package dev.plimsoll.work;

/**
 * A program whose transactions end while they are looked at, as fast as it can. It ends with an exception, and the status 1, if a
 * look bears that badly.
 */
final class ShortTransactions {
    /** The sweeper looks so seldom that the JVM never compiles a look, which leaves an end more time to come in between. */
    static final String[] AS_THE_SWEEPER_LOOKS = {
        "-XX:CompileCommand=exclude,dev.plimsoll.work.Transaction::look",
        "-XX:CompileCommand=exclude,dev.plimsoll.work.Transaction::seen"
    };

    private static final int TRANSACTIONS = 2_000_000;

    private ShortTransactions() {}

    public static void main(String... arguments) {
        try (Observation seen = new Observation()) {
            Session session = seen.session();
            Thread application = new Thread(() -> execute(seen, session));
            application.start();
            for (long looks = 0; application.isAlive(); looks++) {
                seen.recorder.sweep();
                if (looks % 100 == 0) { // looks at a stack, which holds the application up
                    seen.recorder.openTransactions();
                }
            }
        }
    }

    private static void execute(Observation seen, Session session) {
        session.autoCommit(false, 0);
        UnitOfWork unit = UnitOfWork.begin("many short transactions");
        for (int i = 0; i < TRANSACTIONS; i++) {
            seen.execute(session, "update account set balance = 1");
            session.rolledBack();
        }
        unit.close();
    }
}
