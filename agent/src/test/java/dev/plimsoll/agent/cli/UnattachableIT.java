package dev.plimsoll.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JVMs that cannot be attached to, or not by this user, or not from here. */
class UnattachableIT {
    private static final String NOBODY = "65534";

    private final Terminal terminal = Terminal.usual();

    @TempDir
    private Path folder;

    static List<Path> javas() {
        return Jdks.javas();
    }

    @BeforeEach
    void letEverybodyIn() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aJvmThatDisablesAttachingIsRefused(Path java) throws IOException {
        try (ShopProcess shop = ShopProcess.of(java, "-XX:+DisableAttachMechanism")) {
            assertThat(refused(terminal, shop)).contains("was started with -XX:+DisableAttachMechanism");
            assertThat(terminal.say("list").out())
                    .containsPattern(
                            shop.pid() + " +shop.Shop .*no, it was started with -XX:\\+DisableAttachMechanism");
            shop.tell("page");
        }
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aJvmThatForbidsAgentsIsRefused(Path java) throws IOException {
        try (ShopProcess shop = ShopProcess.of(java, "-XX:-EnableDynamicAgentLoading")) {
            assertThat(refused(terminal, shop)).contains("was started with -XX:-EnableDynamicAgentLoading");
            shop.tell("page");
        }
    }

    @Test
    void anOlderJavaIsRefusedBeforeAnythingIsLoaded() throws IOException {
        try (ShopProcess shop = ShopProcess.of(Jdks.ownJava())) {
            shop.tell("java 11");
            assertThat(refused(terminal, shop)).endsWith("runs on Java 11, and Plimsoll needs 17 or later");
            shop.tell("java 8");
            assertThat(refused(terminal, shop)).endsWith("runs on Java 8, and Plimsoll needs 17 or later");
            assertThat(terminal.say("list").out()).containsPattern(shop.pid() + " .*no, it runs on Java 8");
        }
    }

    @Test
    void aJavaWithoutTheAttachApiSaysSo() throws IOException {
        Terminal runtime =
                Terminal.of(Terminal.jar(), Jdks.ownJava().toString(), "--limit-modules", "java.base,java.instrument");
        try (ShopProcess shop = ShopProcess.of(Jdks.ownJava())) {
            assertThat(refused(runtime, shop)).contains("lacks the module jdk.attach");
        }
        assertThat(Sentences.refused(runtime.say("list"), 1)).contains("lacks the module jdk.attach");
        assertThat(runtime.say("--help").exitCode()).isZero();
    }

    @Test
    void anotherUsersJvmIsRefused() throws IOException {
        assumeThereIs("setpriv");
        Terminal nobody = Terminal.of(copied(Terminal.jar()), asNobody());
        try (ShopProcess shop = ShopProcess.of(Jdks.ownJava())) {
            String owner = ProcessHandle.current().info().user().orElseThrow();
            assertThat(refused(nobody, shop))
                    .endsWith("belongs to the user " + owner + ", and only " + owner + " and root may attach to it");
        }
    }

    @Test
    void rootWatchesAnotherUsersJvm() throws IOException {
        assumeThereIs("setpriv");
        Terminal root = Terminal.of(copied(Terminal.jar()), Jdks.ownJava().toString());
        try (ShopProcess shop = ShopProcess.of(List.of(asNobody()), copiedClassPath())) {
            assertThat(refused(terminal(hidden()), shop)).contains("could not load");
            assertThat(root.say("attach", shop.pid()).err()).isEmpty();
            shop.tell("page");
            assertThat(root.say("report", shop.pid()).out()).contains("n-plus-one");
            assertThat(root.say("detach", shop.pid()).exitCode()).isZero();
        }
    }

    @Test
    void aJvmWithOtherFilesIsRefused() throws IOException {
        assumeThereIs("unshare");
        Path apart = Files.createDirectory(folder.resolve("apart"));
        Terminal outside = terminal(Files.copy(Terminal.jar(), apart.resolve("plimsoll-agent.jar")));
        String mount = "mount -t tmpfs none '" + apart + "' && exec \"$@\"";
        List<String> java = List.of(
                "unshare", "--mount", "sh", "-c", mount, "sh", Jdks.ownJava().toString());
        try (ShopProcess shop = ShopProcess.of(java, ShopProcess.classPath())) {
            assertThat(refused(outside, shop)).contains("runs in a container, or another file system");
        }
    }

    private static String refused(Terminal terminal, ShopProcess shop) {
        return Sentences.refused(terminal.say("attach", shop.pid()), 1);
    }

    private static Terminal terminal(Path jar) {
        return Terminal.of(jar, Jdks.ownJava().toString());
    }

    private static String[] asNobody() {
        return new String[] {
            "setpriv", "--reuid=" + NOBODY, "--clear-groups", Jdks.ownJava().toString()
        };
    }

    /** A copy of the jar that only its owner may read. */
    private Path hidden() throws IOException {
        Path hidden = Files.copy(Terminal.jar(), folder.resolve("hidden.jar"));
        return Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rw-------"));
    }

    private Path copied(Path file) throws IOException {
        Path copy = folder.resolve(file.getFileName().toString());
        try (Stream<Path> files = Files.walk(file)) {
            for (Path each : files.toList()) {
                Path place = copy.resolve(file.relativize(each).toString()).normalize();
                Files.copy(each, place);
            }
        }
        return copy;
    }

    private List<Path> copiedClassPath() throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path each : ShopProcess.classPath()) {
            copies.add(copied(each));
        }
        return copies;
    }

    /** Users and file systems are changed by tools that not every machine has, and only by root. */
    private static void assumeThereIs(String tool) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, tool))),
                tool + " is not there");
        assumeTrue(ProcessHandle.current().info().user().filter("root"::equals).isPresent(), "not run by root");
    }
}
