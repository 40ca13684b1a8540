package checker;

import java.sql.SQLException;
import java.util.Locale;

/** What can befall the cluster. Each begins, lasts, and is mended before the next one comes. */
enum Fault {
    APPLY_DELAY(StandbyFaults::applyDelay),
    PAUSED_REPLAY(StandbyFaults::pausedReplay),
    FROZEN_REPLAY(StandbyFaults::frozenReplay),
    KILLED_SESSIONS(StandbyFaults::killedSessions),
    CRASH(StandbyFaults::crash),
    CRASH_OF_ALL(StandbyFaults::crashOfAll),
    RESTART(StandbyFaults::restart),
    EXHAUSTION(StandbyFaults::exhaustion),
    BLACKHOLE(NetworkFaults::blackhole),
    RESET(NetworkFaults::reset),
    REFUSAL(NetworkFaults::refusal),
    SLOW_NETWORK(NetworkFaults::slow),
    PRIMARY_RESET(NetworkFaults::primaryReset),
    PRIMARY_BLACKHOLE(NetworkFaults::primaryBlackhole),
    PRIMARY_KILLED_SESSIONS(PrimaryFaults::killedSessions),
    FOREIGN_TRANSACTION(PrimaryFaults::foreignTransaction),
    PAGE_END(PrimaryFaults::pageEnd),
    VACUUM(PrimaryFaults::vacuum),
    NEW_COLUMNS(PrimaryFaults::newColumns),
    SYNCHRONOUS_STANDBY(PrimaryFaults::synchronousStandby),
    PROMOTION(Promotions::clean),
    LOSSY_PROMOTION(Promotions::lossy);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state is immutable
    private final Body body;

    private interface Body {
        void befall(Field field, Strike strike) throws SQLException;
    }

    Fault(Body body) {
        this.body = body;
    }

    void befall(Field field, Strike strike) throws SQLException {
        body.befall(field, strike);
    }

    /** As the command line spells it. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
