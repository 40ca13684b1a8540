package bench;

import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long one measurement takes.
 *
 * @param forks fresh JVMs; 0 measures in this one, in which what ran before has left its mark
 */
record Effort(int forks, int warmUps, TimeValue warmUp, int iterations, TimeValue iteration) {
    static final Effort FULL = new Effort(1, 5, TimeValue.seconds(1), 10, TimeValue.seconds(1));
    static final Effort SHORT = new Effort(1, 3, TimeValue.milliseconds(400), 4, TimeValue.milliseconds(200));
}
