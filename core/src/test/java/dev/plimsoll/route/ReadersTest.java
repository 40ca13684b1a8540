package dev.plimsoll.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.work.UnitOfWork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private final RouteFixture it = new RouteFixture(ReadLevel.READ_YOUR_WRITES, 1);

    private Reader current() {
        return it.router.reader(it.reader);
    }

    @Test
    void withoutAUnitTheConnectionReads() {
        assertThat(current()).isSameAs(it.reader);
    }

    @Test
    void nestedUnitsReadAsTheOutermost() {
        try (UnitOfWork outer = UnitOfWork.begin("outer")) {
            Reader ofOuter = current();
            try (UnitOfWork inner = UnitOfWork.begin("inner")) {
                assertThat(inner.outermost()).isSameAs(outer);
                assertThat(current()).isSameAs(ofOuter).isNotSameAs(it.reader);
            }
        }
    }

    @Test
    void aUnitThatOutlivesTheOneAroundItStaysTheSameReader() {
        UnitOfWork outer = UnitOfWork.begin("outer");
        UnitOfWork inner = UnitOfWork.begin("inner");
        Reader before = current();
        outer.close();
        assertThat(current()).isSameAs(before);
        inner.close();
    }

    // T2, T57
    @Test
    void aLaterUnitOfTheSessionSeesWhatAnEarlierOneWrote() {
        it.allAt(100);
        try (UnitOfWork unit = UnitOfWork.begin("POST", "ann")) {
            assertThat(unit.session()).isEqualTo("ann");
            it.router.wrote(current(), true);
        }
        try (UnitOfWork unit = UnitOfWork.begin("GET", "ann")) {
            assertThat(it.read(current()).reason()).as(unit.name()).isEqualTo(Reason.PINNED_UNRESOLVED);
        }
    }

    @Test
    void aSessionThatOnlyAnInnerUnitNamesSharesItsWritesToo() {
        it.allAt(100);
        try (UnitOfWork outer = UnitOfWork.begin("request")) {
            Reader ofOuter = current();
            try (UnitOfWork inner = UnitOfWork.begin("handler", "ann")) {
                assertThat(inner.session()).isEqualTo("ann");
                it.router.wrote(current(), true);
            }
            assertThat(it.read(ofOuter).reason()).as(outer.name()).isEqualTo(Reason.PINNED_UNRESOLVED);
        }
        try (UnitOfWork unit = UnitOfWork.begin("GET", "ann")) {
            assertThat(it.read(current()).reason()).as(unit.name()).isEqualTo(Reason.PINNED_UNRESOLVED);
        }
    }

    @Test
    void whatAForgottenSessionDemandedIsDemandedOfEverybody() {
        it.allAt(100);
        write("ann");
        assertThat(it.read().replica()).as("ann is remembered").isTrue();
        write("bob");
        assertThat(it.read().reason()).as("one of them is not").isEqualTo(Reason.PINNED_UNRESOLVED);
        it.allAt(110);
        assertThat(it.read().replica()).isTrue();
    }

    @Test
    @DisplayName(
            "T41: what one unit has written holds nobody else, and the next task of its thread takes nothing along")
    void threadsKeepNothing() {
        it.allAt(100);
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture.runAsync(() -> write("ann"), worker).join();
            Reader next = CompletableFuture.supplyAsync(this::current, worker).join();
            assertThat(next).isSameAs(it.reader);
            assertThat(it.read(next).replica()).isTrue();
            assertThat(it.read(Router.newReader()).replica()).isTrue();
        } finally {
            worker.shutdown();
        }
    }

    private void write(String session) {
        try (UnitOfWork unit = UnitOfWork.begin("POST", session)) {
            assertThat(unit.session()).isEqualTo(session);
            it.router.wrote(current(), true);
        }
    }

    // T5, T59
    @Test
    void hintsNestAndTheInnermostWins() {
        try (ReadHint outer = ReadHint.begin(ReadLevel.PRIMARY)) {
            try (ReadHint inner = ReadHint.begin(ReadLevel.EVENTUAL)) {
                assertThat(it.router.level()).isEqualTo(ReadLevel.EVENTUAL);
                assertThat(inner).isNotSameAs(outer);
            }
            assertThat(it.router.level()).isEqualTo(ReadLevel.PRIMARY);
        }
        assertThat(it.router.level()).isEqualTo(ReadLevel.READ_YOUR_WRITES);
    }
}
