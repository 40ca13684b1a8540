package dev.plimsoll.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong command is one sentence and an exit code; the shop goes on. */
class RefusalIT {
    private static ShopProcess shop;

    private final Terminal terminal = Terminal.usual();

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        shop = ShopProcess.of(Jdks.ownJava());
    }

    @AfterAll
    static void close() {
        shop.tell("page");
        shop.close();
    }

    @Test
    void helpAndVersionAreTold() {
        assertThat(terminal.say("--help").out()).contains("attach <pid>", "--follow", "exit code");
        assertThat(terminal.say().out()).isEqualTo(terminal.say("--help").out());
        assertThat(terminal.say("--version").out()).matches("Plimsoll \\d+\\.\\d+\\.\\d+.*\n");
    }

    @Test
    void anUnknownCommandIsRefused() {
        refused(2, "there is no command 'atach': it is list, attach, report, detach or --help", "atach", "1");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        refused(2, "'shop' is not a process id: list shows the ids of the JVMs here", "attach", "shop");
    }

    @Test
    void aMissingProcessIdIsRefused() {
        refused(2, "report needs the id of a process: list shows those of the JVMs here", "report");
    }

    @Test
    void aProcessThatIsNotThereIsRefused() {
        refused(1, "there is no process 999999999: list shows the JVMs here", "attach", "999999999");
        refused(1, "there is no process -5: list shows the JVMs here", "attach", "-5");
    }

    @Test
    void aProcessThatIsNoJvmIsLeftAlone() throws IOException {
        Process other = new ProcessBuilder("cat").start();
        try {
            String pid = Long.toString(other.pid());
            refused(1, "process " + pid + " is not a JVM: list shows those that are", "attach", pid);
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThat(sentence(2, "attach", shop.pid(), "profil=dev"))
                .contains("'plimsoll.profil' is not an option of Plimsoll; did you mean 'plimsoll.profile'?");
        refused(2, "report takes no '--fast', only --follow and --json", "report", shop.pid(), "--fast");
        refused(2, "detach takes no 'now', only the process id", "detach", shop.pid(), "now");
        refused(2, "list takes no 'all': it shows all JVMs", "list", "all");
        assertThat(sentence(2, "attach", shop.pid(), "--json")).contains("attach takes no '--json'");
    }

    @Test
    void aBadValueIsRefused() {
        refused(2, "plimsoll.profile is 'fast', but must be test, dev or prod", "attach", shop.pid(), "profile=fast");
        assertThat(sentence(2, "attach", shop.pid(), "profile")).contains("'profile' is not an option");
        assertThat(sentence(2, "attach", shop.pid(), "profile=dev,profile=test"))
                .contains("given twice");
    }

    @Test
    void anOptionsFileThatIsMissingOrBadIsRefused() throws IOException {
        Path missing = folder.resolve("missing");
        assertThat(sentence(2, "attach", shop.pid(), "@" + missing)).contains("'" + missing + "' cannot be read");
        Path bad = Files.writeString(folder.resolve("bad"), "profile=\\u00zz");
        assertThat(sentence(2, "attach", shop.pid(), "@" + bad)).contains("'" + bad + "' cannot be read");
        Path wrong = Files.writeString(folder.resolve("wrong"), "plimsoll.profile=fast\n");
        assertThat(sentence(2, "attach", shop.pid(), "@" + wrong)).contains("must be test, dev or prod");
    }

    @Test
    void whatIsNotAttachedIsNeitherReportedNorDetached() {
        String sentence =
                "process " + shop.pid() + " does not have Plimsoll attached: give attach " + shop.pid() + " first";
        refused(1, sentence, "report", shop.pid());
        refused(1, sentence, "detach", shop.pid());
    }

    @Test
    void aSecondAttachIsHarmlessWithTheSameOptionsAndRefusedWithOthers() throws IOException {
        Path options = Files.writeString(folder.resolve("options"), "plimsoll.profile=test\n");
        assertThat(terminal.say("attach", shop.pid(), "profile=test").exitCode())
                .isZero();
        try {
            Said again = terminal.say("attach", shop.pid(), "@" + options);
            assertThat(again.out()).contains("with the same options already; nothing has changed");
            assertThat(again.exitCode()).isZero();
            String sentence = "Plimsoll is attached to process " + shop.pid() + " with other options: give detach "
                    + shop.pid() + " first";
            refused(1, sentence, "attach", shop.pid());
        } finally {
            assertThat(terminal.say("detach", shop.pid()).exitCode()).isZero();
        }
    }

    private void refused(int exitCode, String sentence, String... words) {
        assertThat(sentence(exitCode, words)).isEqualTo(sentence);
    }

    private String sentence(int exitCode, String... words) {
        return Sentences.refused(terminal.say(words), exitCode);
    }
}
