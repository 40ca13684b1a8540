package checker;

import dev.plimsoll.route.ReadLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A mistake that routers have made, put into the library's own methods while a run lasts: the run must find it. Each goes with the
 * circumstances that bring it to light soon.
 */
enum Mutation {
    M1(
            "the position is taken before the commit",
            Mutation::busy,
            Patch.of("jdbc.logical.Units", "commit", Twists.MomentOfCommit.class),
            Patch.of("route.Scope", "wrote", Twists.AtMoment.class)),
    M2(
            "the position is that of the writer, which asynchronous commits are ahead of",
            Mutation::busy,
            Patch.of("postgres.SampleQuery", "primaryPositions", Twists.WrittenPosition.class)),
    M3(
            "in autocommit the position is taken along with the statement",
            Mutation::busy,
            Patch.of("jdbc.logical.Units", "bound", Twists.MomentOfStatement.class),
            Patch.of("jdbc.logical.Units", "commit", Twists.NoMoment.class),
            Patch.of("route.Scope", "wrote", Twists.AtMoment.class)),
    M4(
            "a standby's position outlives its crash",
            settings -> settings.hunting(List.of(Fault.CRASH), Map.of()),
            Patch.of("route.NodeState", "goesOn", Twists.True.class),
            Patch.of("route.NodeState", "isOf", Twists.True.class)),
    M5(
            "positions of another timeline count",
            settings -> settings.hunting(List.of(Fault.LOSSY_PROMOTION), Map.of()),
            Patch.of("route.Topology", "admits", Twists.True.class)),
    M6(
            "the last bookmark replaces the others",
            Mutation::busy,
            Patch.of("route.Bookmark", "max", Twists.SecondArgument.class)),
    M7(
            "a bookmark is dropped before every replica is there",
            Mutation::busy,
            Patch.of("route.Scope", "isSatisfied", Twists.True.class)),
    M8(
            "readers move to whichever replica",
            settings -> settings.hunting(List.of(Fault.RESET, Fault.REFUSAL, Fault.KILLED_SESSIONS), Map.of())
                    .with(lags(), 0.3),
            Patch.of("route.Scope", "mayMove", Twists.True.class)),
    M9(
            "the lag is measured the wrong way round",
            Mutation::eventual,
            Patch.of("route.NodeState", "behind", Twists.SwappedOperands.class)),
    M10(
            "a transaction is repeated after it has delivered rows",
            settings -> settings.hunting(List.of(Fault.VACUUM), Map.of()),
            Patch.of("jdbc.logical.Units", "failed", Twists.Fresh.class)),
    M11(
            "a connection that was read-only stays on its replica",
            settings -> settings.hunting(List.of(), Map.of()),
            Patch.of("jdbc.logical.Recorded", "isReadOnly", Twists.OnceReadOnly.class)),
    M12(
            "a log that is not flushed, or ends with a page, is waited for",
            settings -> settings.hunting(List.of(), Map.of()).lasting(3),
            Patch.of("route.Demand", "nudge", Twists.False.class),
            Patch.of("postgres.Lsn", "withoutEmptyPage", Twists.FirstArgument.class)),
    M13(
            "a write that ended with an exception is forgotten",
            Mutation::busy,
            Patch.of("jdbc.logical.Written", "failed", Twists.Nothing.class),
            Patch.of("jdbc.logical.Written", "inDoubt", Twists.Nothing.class)),
    M14("a sample counts from its end", Mutation::busy, Patch.of("route.Scope", "covers", Twists.FromItsEnd.class));

    private static final List<Duration> LAGS = List.of(Duration.ofMillis(10), Duration.ofMillis(150));

    private final String sentence;
    private final UnaryOperator<Settings> circumstances;
    private final List<Patch> patches;

    Mutation(String sentence, UnaryOperator<Settings> circumstances, Patch... patches) {
        this.sentence = sentence;
        this.circumstances = circumstances;
        this.patches = List.of(patches);
    }

    String sentence() {
        return sentence;
    }

    List<Patch> patches() {
        return patches;
    }

    /** The run that is to find it. */
    Settings circumstances(Settings settings) {
        return circumstances.apply(settings);
    }

    /** Many writes, and replicas that differ. */
    private static Settings busy(Settings settings) {
        return settings.hunting(List.of(), Map.of()).with(lags(), 0.4);
    }

    private static Settings eventual(Settings settings) {
        return settings.hunting(
                        List.of(Fault.PAUSED_REPLAY),
                        Map.of(Settings.LAG_LIMIT, "500ms", "plimsoll.poll-idle", "100ms"))
                .with(ReadLevel.EVENTUAL);
    }

    private static List<Duration> lags() {
        return LAGS;
    }
}
