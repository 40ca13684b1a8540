package dev.plimsoll.junit;

/** Where assertions on recordings begin; needs AssertJ. Import it beside AssertJ's own {@code assertThat}. */
public final class PlimsollAssertions {
    private PlimsollAssertions() {}

    public static RecordingAssert assertThat(StatementRecording actual) {
        return new RecordingAssert(actual);
    }
}
