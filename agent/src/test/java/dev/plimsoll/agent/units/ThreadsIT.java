package dev.plimsoll.agent.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.units.Application.Start;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.units.Threads;

class ThreadsIT {
    private static final Path NEWEST = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");
    private static final Set<String> ON_ANY_JDK = Set.of(
            "on_its_own_thread",
            "pool_submit_callable",
            "pool_submit_runnable",
            "pool_invoke_all",
            "pool_execute",
            "timer_schedule",
            "forks_submit_callable",
            "forks_submit_runnable",
            "forks_invoke_all",
            "forks_execute",
            "future_supply",
            "future_run",
            "future_then_apply",
            "future_then_accept",
            "future_then_run",
            "future_handle",
            "future_when_complete",
            "future_then_compose",
            "future_completed_elsewhere");

    static Stream<Start> starts() {
        Start here = Start.of(Threads.class);
        return Stream.of(here, here.on(NEWEST))
                .filter(start -> Files.exists(start.java()))
                .flatMap(start -> Stream.of(start, start.attachedLater()));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void aUnitGoesOnInOtherThreadsUntilItEnds(Start start) throws Exception {
        Application ran = Application.run(start);
        assertThat(ran.casesOf("Threads.execute")).as(ran.output()).containsAll(ON_ANY_JDK);
        if (start.java().equals(NEWEST)) {
            assertThat(ran.casesOf("Threads.execute")).contains("virtual_submit", "virtual_execute");
        }
        for (String unowned :
                Set.of("pool_between_units", "after_the_end", "executed_after_the_end", "given_in_two_units")) {
            assertThat(ran.units().get(unowned)).as(unowned).startsWith("autocommit on");
        }
        assertThat(ran.output()).contains("yes: ").doesNotContain("no: ");
    }
}
