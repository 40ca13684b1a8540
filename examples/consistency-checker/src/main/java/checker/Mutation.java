package checker;

import dev.plimsoll.route.ReadLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A mistake that routers have made, put into the library's own methods while a run lasts: the run must find it. Each goes with the
 * circumstances that bring it to light soon.
 */
enum Mutation {
    M1(
            "the position is taken before the commit",
            Mutation::slowCommits,
            Patch.of("jdbc.logical.Units", "commit", Twists.MomentOfCommit.class),
            Patch.of("route.Scope", "wrote", Twists.AtMoment.class),
            Patch.of("postgres.SampleQuery", "text", Twists.SlowSample.class)),
    M2(
            "the position is that of the writer, which asynchronous commits are ahead of",
            Mutation::busy,
            Patch.of("postgres.SampleQuery", "primaryPositions", Twists.WrittenPosition.class)),
    M3(
            "in autocommit the position is taken along with the statement",
            Mutation::slowCommits,
            Patch.of("jdbc.logical.Units", "bound", Twists.MomentOfStatement.class),
            Patch.of("jdbc.logical.Units", "commit", Twists.NoMoment.class),
            Patch.of("route.Scope", "wrote", Twists.AtMoment.class),
            Patch.of("postgres.SampleQuery", "text", Twists.SlowSample.class)),
    M4(
            "a standby's position outlives its crash",
            Mutation::crashes,
            Patch.of("route.NodeState", "goesOn", Twists.True.class),
            Patch.of("route.NodeState", "isOf", Twists.True.class)),
    M5(
            "positions of another timeline count",
            settings -> settings.with(List.of(Fault.LOSSY_PROMOTION)),
            Patch.of("route.Topology", "admits", Twists.True.class)),
    M6(
            "the last bookmark replaces the others",
            Mutation::busy,
            Patch.of("route.Bookmark", "max", Twists.SecondArgument.class)),
    M7(
            "a bookmark is dropped before every replica is there",
            Mutation::busy,
            Patch.of("route.Cluster", "settles", Twists.True.class)),
    M8("readers move to whichever replica", Mutation::restless, Patch.of("route.Scope", "mayMove", Twists.True.class)),
    M9(
            "the lag is measured the wrong way round",
            Mutation::eventual,
            Patch.of("route.NodeState", "behind", Twists.SwappedOperands.class)),
    M10(
            "a transaction is repeated after it has delivered rows",
            settings -> settings.with(List.of(Fault.VACUUM)),
            Patch.of("jdbc.logical.Units", "isFresh", Twists.True.class)),
    M11(
            "a connection that was read-only stays on its replica",
            Mutation::quiet,
            Patch.of("jdbc.logical.Recorded", "isReadOnly", Twists.OnceReadOnly.class)),
    M12(
            "a log that is not flushed, or ends with a page, is waited for",
            settings -> quiet(settings).lasting(3),
            Patch.of("route.Demand", "nudge", Twists.False.class),
            Patch.of("postgres.Lsn", "withoutEmptyPage", Twists.FirstArgument.class)),
    M13(
            "a write that ended with an exception is forgotten",
            Mutation::busy,
            Patch.of("jdbc.logical.Written", "failed", Twists.Nothing.class),
            Patch.of("jdbc.logical.Written", "inDoubt", Twists.Nothing.class)),
    M14(
            "a sample counts from its end",
            Mutation::busy,
            Patch.of("route.Scope", "covers", Twists.FromItsEnd.class),
            Patch.of("postgres.SampleQuery", "text", Twists.SlowSample.class));

    private static final List<Duration> LAGS = List.of(Duration.ofMillis(40), Duration.ofMillis(150));

    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state is immutable
    private final UnaryOperator<Settings> circumstances;

    @SuppressWarnings("ImmutableEnumChecker") // a list of records that nobody can change
    private final List<Patch> patches;

    /** What does not hold with it. */
    private Set<Invariant> revealing() {
        return switch (this) {
            case M8 -> Set.of(Invariant.I2);
            case M9 -> Set.of(Invariant.I12);
            case M10 -> Set.of(Invariant.I3, Invariant.I11);
            case M11 -> Set.of(Invariant.I3);
            case M12 -> Set.of(Invariant.I7);
            default -> Set.of(Invariant.I1, Invariant.I2);
        };
    }

    boolean isRevealedBy(Violations violations) {
        return revealing().stream().anyMatch(invariant -> violations.count(invariant) > 0);
    }

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
        Settings chosen = circumstances.apply(settings);
        return chosen.with(chosen.hunting().until(revealing()));
    }

    private static Settings quiet(Settings settings) {
        return settings.with(List.of());
    }

    /** Many writes, by few users who get into their own way, and replicas that differ. */
    private static Settings busy(Settings settings) {
        return quiet(settings).with(new Settings.Workload(8, 8, 0.4), LAGS);
    }

    /** Readers have to move between replicas that differ, and are not pinned all the time. */
    private static Settings restless(Settings settings) {
        return settings.with(List.of(Fault.KILLED_SESSIONS)).with(new Settings.Workload(8, 8, 0.1), LAGS);
    }

    /** Many users, who do not write again before the standbys are back. A standby that crashed has to replay up to where a file was dropped before it answers: nothing is. */
    private static Settings crashes(Settings settings) {
        return settings.with(List.of(Fault.CRASH_OF_ALL))
                .with(new Settings.Workload(8, 200, 0.1), List.of())
                .with(settings.hunting().without(Action.TEMPORARY_TABLE));
    }

    /** Each commit takes its time, so that samples fall into it. */
    private static Settings slowCommits(Settings settings) {
        return busy(settings)
                .with(settings.hunting()
                        .preparedBy(
                                """
                                create function slow() returns trigger language plpgsql as $$
                                begin
                                    perform pg_sleep(0.02);
                                    return null;
                                end $$""",
                                "create constraint trigger slow after update on reg deferrable initially deferred"
                                        + " for each row execute function slow()"));
    }

    private static Settings eventual(Settings settings) {
        return settings.with(List.of(Fault.PAUSED_REPLAY))
                .with(settings.hunting().with(Map.of(Settings.LAG_LIMIT, "500ms", "plimsoll.poll-idle", "100ms")))
                .with(ReadLevel.EVENTUAL);
    }
}
