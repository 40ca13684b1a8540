package dev.plimsoll.agent.inside.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.work.UnitOfWork;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolsTest {
    private final Pools pools = new Pools();
    private final Object task = new Object();

    @AfterEach
    void nothingIsLeftOnThisThread() {
        pools.idle();
        assertThat(UnitOfWork.current()).isNull();
    }

    private void submittedIn(UnitOfWork unit) {
        UnitOfWork before = UnitOfWork.exchange(unit);
        pools.submitted(task);
        UnitOfWork.exchange(before);
    }

    @Test
    void aTaskIsTakenOnceInItsUnit() {
        try (UnitOfWork unit = begun("one")) {
            submittedIn(unit);
            pools.taken(task);
            assertThat(UnitOfWork.current()).isSameAs(unit);
            pools.idle();
            pools.taken(task);
            assertThat(UnitOfWork.current()).isNull();
        }
    }

    @Test
    void aTaskThatAUnitHasGivenTwiceIsTakenTwice() {
        try (UnitOfWork unit = begun("one")) {
            submittedIn(unit);
            submittedIn(unit);
            for (int i = 0; i < 2; i++) {
                pools.taken(task);
                assertThat(UnitOfWork.current()).isSameAs(unit);
                pools.idle();
            }
        }
    }

    @Test
    void aTaskThatTwoUnitsHaveGivenIsTakenInNone() {
        try (UnitOfWork one = begun("one");
                UnitOfWork other = begun("other")) {
            submittedIn(one);
            submittedIn(other);
            pools.taken(task);
            assertThat(UnitOfWork.current()).isNull();
            pools.taken(task);
            assertThat(UnitOfWork.current()).isNull();
            submittedIn(other);
            pools.taken(task);
            assertThat(UnitOfWork.current()).isSameAs(other);
        }
    }

    @Test
    void aTaskThatIsAlsoGivenOutsideOfItsUnitIsTakenInNone() {
        try (UnitOfWork unit = begun("one")) {
            submittedIn(unit);
            pools.submitted(task);
            pools.taken(task);
            assertThat(UnitOfWork.current()).isNull();
        }
    }

    @Test
    void aTaskIsNotTakenInAUnitThatHasEnded() {
        UnitOfWork unit = begun("one");
        submittedIn(unit);
        unit.close();
        pools.taken(task);
        assertThat(UnitOfWork.current()).isNull();
    }

    @Test
    void aFutureIsLeftToItself() {
        FutureTask<Integer> future = new FutureTask<>(() -> 0);
        try (UnitOfWork unit = begun("one")) {
            UnitOfWork before = UnitOfWork.exchange(unit);
            pools.submitted(future);
            UnitOfWork.exchange(before);
            pools.taken(future);
            assertThat(UnitOfWork.current()).isNull();
        }
    }

    /** Begun, but not current here: a pool's thread has no unit of its own. */
    private static UnitOfWork begun(String name) {
        UnitOfWork unit = UnitOfWork.begin(name);
        UnitOfWork.exchange(null);
        return unit;
    }
}
