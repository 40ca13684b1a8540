package trial;

import static org.assertj.core.api.Assertions.assertThat;

import attach.Agent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What holds for every application that Plimsoll is attached to while it is in use. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // run sets them
abstract class ForeignApplicationContract {
    /** On a machine with too much to do, any transaction may pause for a second, and saying so is right. */
    private static final Set<String> OF_A_SLOW_MACHINE = Set.of("idle-in-transaction", "long-transaction");

    private Run unwatched;
    private Run watched;

    abstract Application application();

    /** What is wrong with the application, and nothing else. */
    abstract List<Found> wanted();

    @BeforeAll
    void run() throws Exception {
        unwatched = Run.unwatched(application());
        watched = Run.watched(application(), Agent.built(), wanted());
    }

    @Test
    void everyAnswerIsTheSameBeforeWhileAndAfterItIsWatched() {
        assertThat(watched.before()).isEqualTo(unwatched.before()).allMatch(answer -> answer.status() == 200);
        assertThat(watched.during()).isEqualTo(unwatched.during()).allMatch(answer -> answer.status() == 200);
        assertThat(watched.after()).isEqualTo(unwatched.after());
    }

    @Test
    void nobodyInTheCrowdIsToldSomethingElse() {
        assertThat(watched.wrong()).isEmpty();
    }

    @Test
    void whatIsFoundIsWhatIsWrong() {
        assertThat(watched.found())
                .filteredOn(found -> wanted().contains(found) || !OF_A_SLOW_MACHINE.contains(found.kind()))
                .containsExactlyInAnyOrderElementsOf(wanted());
    }

    @Test
    void theLogComplainsOfNothingThatItDoesNotComplainOfAnyway() {
        assertThat(unwatched.complaints()).containsAll(watched.complaints());
    }
}
