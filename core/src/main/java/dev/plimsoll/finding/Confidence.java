package dev.plimsoll.finding;

/** How well a finding is proven, in ascending order. */
public enum Confidence {
    /** The numbers fit. */
    CANDIDATE,
    /** The numbers fit and so does the place in the code. */
    LIKELY,
    /** Measured or proven by the values themselves. */
    CONFIRMED
}
