package bench;

import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long one measurement takes. Warming up takes seconds even if it is short: code that is not compiled yet costs up to ten times as
 * much.
 *
 * @param forks fresh JVMs; 0 measures in this one, in which what ran before has left its mark
 */
record Effort(int forks, int warmUps, TimeValue warmUp, int iterations, TimeValue iteration) {
    static final Effort FULL = new Effort(1, 5, TimeValue.seconds(1), 10, TimeValue.seconds(1));
    static final Effort SHORT = new Effort(1, 4, TimeValue.seconds(1), 4, TimeValue.milliseconds(250));
}
