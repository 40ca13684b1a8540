package checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class TraceTest {
    private static final Operation.Place HERE = new Operation.Place(5000, 1);
    private static final Operation.Place THERE = new Operation.Place(5001, 2);

    private final Subject plain = new Plain(new PGSimpleDataSource(), true);
    private final Trace trace = new Trace(
            new Register(1), 1, new SplittableRandom(1), new Diversions(plain, new Violations(violated -> {})));

    @Test
    void eachUnitHasItsPlaceAndItsTime() {
        trace.shown(1, 7, HERE);
        trace.shown(2, 8, HERE);
        trace.boundary();
        trace.shown(1, 6, THERE);
        trace.boundary();

        assertThat(trace.read())
                .extracting(Operation.Shown::key, Operation.Shown::version, Operation.Shown::port)
                .containsExactly(tuple(1, 7L, 5000), tuple(2, 8L, 5000), tuple(1, 6L, 5001));
        assertThat(trace.read().get(0).end()).isEqualTo(trace.read().get(1).end());
        assertThat(trace.read().get(2).start() - trace.read().get(0).end()).isNotNegative();
        assertThat(trace.isSplit()).isFalse();
    }

    @Test
    void thePlaceOfTheLastStatementComesLast() {
        trace.shown(1, 7, HERE);
        trace.boundary();
        trace.shown(1, 7, THERE);
        trace.boundary();
        trace.shown(1, 7, HERE);
        trace.boundary();

        assertThat(trace.places()).containsExactly(THERE, HERE);
    }

    @Test
    void aTransactionOnTwoBackendsIsSeen() {
        trace.shown(1, 7, HERE);
        trace.shown(1, 7, THERE);

        assertThat(trace.isSplit()).isTrue();
    }
}
