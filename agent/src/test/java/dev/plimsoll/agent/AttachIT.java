package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent comes into a JVM that runs, and goes again. */
class AttachIT {
    private static final String POOLED = "com.zaxxer.hikari.pool.HikariProxyConnection";

    private final ChildJvm application = ChildJvm.start(List.of(), "WarmPool");

    @TempDir
    private Path folder;

    @AfterEach
    void endApplication() {
        application.close();
    }

    @Test
    void aWarmPoolIsWatchedFromTheNextCheckoutOn() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        assertThat(application.ask("checkout")).isEqualTo(POOLED);
        assertThat(tell("attach")).isEqualTo("ok");
        assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
    }

    @Test
    void whatWasDetachedIsGone() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        for (int times = 0; times < 2; times++) {
            assertThat(tell("attach", "profile=prod")).isEqualTo("ok");
            assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
            assertThat(tell("detach")).isEqualTo("ok");
            assertThat(application.ask("collect")).isEqualTo("collected");
            assertThat(application.ask("checkout")).isEqualTo(POOLED);
        }
    }

    @Test
    void whoAttachesTwiceIsTold() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        assertThat(tell("attach")).isEqualTo("ok");
        assertThat(tell("attach")).isEqualTo("ok");
        assertThat(tell("attach", "profile=prod")).startsWith("error Plimsoll is attached to process ");
        assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
    }

    @Test
    void whatIsWrongIsToldAndTouchesNothing() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        assertThat(tell("attach", "profile=production"))
                .isEqualTo("error plimsoll.profile is 'production', but must be test, dev or prod");
        assertThat(tell("detach")).isEqualTo("error Plimsoll is not attached to process " + application.pid());
        assertThat(application.ask("checkout")).isEqualTo(POOLED);
    }

    private String tell(String command, String... options) throws Exception {
        Path path = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(application.pid()));
            try {
                machine.loadAgent(ChildJvm.jar().toString(), "command=" + command + ",channel=" + path);
                return answer(server, options);
            } finally {
                machine.detach();
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** The first word of the answer, or the sentence that refuses. */
    private static String answer(ServerSocketChannel server, String... options) throws IOException {
        try (SocketChannel answer = server.accept()) {
            String request = String.join("\n", options) + (options.length == 0 ? "\n" : "\n\n");
            answer.write(StandardCharsets.UTF_8.encode(request));
            String all = new String(Channels.newInputStream(answer).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().findFirst().orElse("");
        }
    }
}
