package dev.plimsoll.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.cli.Terminal.Said;

/** What a refused command looks like. */
final class Sentences {
    private static final String SUBJECT = "plimsoll: ";

    private Sentences() {}

    /** The one sentence that was said, without who says it. */
    static String refused(Said said, int exitCode) {
        assertThat(said.err()).startsWith(SUBJECT).doesNotContain("\tat ", "Exception");
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.exitCode()).isEqualTo(exitCode);
        return said.err().strip().substring(SUBJECT.length());
    }
}
