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
        assertThat(tell("command=attach")).isEqualTo("ok\n");
        assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
    }

    @Test
    void whatWasDetachedIsGone() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        for (int times = 0; times < 2; times++) {
            assertThat(tell("command=attach,profile=prod")).isEqualTo("ok\n");
            assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
            assertThat(tell("command=detach")).isEqualTo("ok\n");
            assertThat(application.ask("collect")).isEqualTo("collected");
            assertThat(application.ask("checkout")).isEqualTo(POOLED);
        }
    }

    @Test
    void whoAttachesTwiceIsTold() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        assertThat(tell("command=attach")).isEqualTo("ok\n");
        assertThat(tell("command=attach")).isEqualTo("error Plimsoll is attached to this JVM already\n");
        assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
    }

    @Test
    void whatIsWrongIsToldAndTouchesNothing() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        assertThat(tell("command=attach,profile=production"))
                .isEqualTo("error plimsoll.profile is 'production', but must be test, dev or prod\n");
        assertThat(tell("command=detach")).isEqualTo("error Plimsoll is not attached to this JVM\n");
        assertThat(application.ask("checkout")).isEqualTo(POOLED);
    }

    private String tell(String command) throws Exception {
        Path path = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(application.pid()));
            try {
                machine.loadAgent(ChildJvm.jar().toString(), command + ",channel=" + path);
                return answer(server);
            } finally {
                machine.detach();
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static String answer(ServerSocketChannel server) throws IOException {
        try (SocketChannel answer = server.accept()) {
            return new String(Channels.newInputStream(answer).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
