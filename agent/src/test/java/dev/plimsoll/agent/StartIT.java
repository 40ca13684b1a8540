package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testing.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that begin with the agent. */
class StartIT {
    @TempDir
    private Path folder;

    @Test
    void optionsMayBeInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("options"), "plimsoll.profile = prod\nreport.log = false\n");
        try (ChildJvm application = ChildJvm.withAgent("@" + file, "WarmPool")) {
            assertThat(application.answer()).isEqualTo("warm");
            assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
            assertThat(application.awaitEnd()).isZero();
            assertThat(application.errors()).doesNotContain("Plimsoll");
        }
    }

    @Test
    void anUnknownOptionIsToldAndTheApplicationRunsWithoutUs() throws Exception {
        refused("profil=prod", "'plimsoll.profil' is not an option of Plimsoll; did you mean 'plimsoll.profile'?");
    }

    @Test
    void aValueThatIsNotLegalIsTold() throws Exception {
        refused("profile=production", "plimsoll.profile is 'production', but must be test, dev or prod;");
    }

    @Test
    void aFileThatIsNotThereIsTold() throws Exception {
        refused("@" + folder.resolve("none"), "the file of options '" + folder.resolve("none") + "' cannot be read");
    }

    @Test
    void aReplicaThatIsNoHostIsTold() throws Exception {
        refused("replicas=a:5432,b:port", "plimsoll.replicas names 'b:port', but must be host or host:port");
    }

    @Test
    void switchedOffItDoesNothing() throws Exception {
        try (ChildJvm application = ChildJvm.withAgent("enabled=false", "WarmPool")) {
            assertThat(application.answer()).isEqualTo("warm");
            assertThat(application.ask("checkout")).startsWith("com.zaxxer.hikari.");
            assertThat(application.awaitEnd()).isZero();
        }
    }

    private static void refused(String options, String sentence) throws Exception {
        try (ChildJvm application = ChildJvm.withAgent(options, "WarmPool")) {
            assertThat(application.answer()).isEqualTo("warm");
            assertThat(application.ask("checkout")).startsWith("com.zaxxer.hikari.");
            assertThat(application.awaitEnd()).isZero();
            assertThat(application.errors().lines().filter(line -> line.contains("Plimsoll")))
                    .singleElement()
                    .asString()
                    .contains(sentence)
                    .endsWith("; the application runs without Plimsoll");
        }
    }

    @Test
    void castsToADriversOwnClassGoOnWorking() throws Exception {
        try (Database database = Database.postgres();
                ChildJvm application = ChildJvm.withAgent("", "ConcreteCast", database.url(), "jdbc:h2:mem:cast")) {
            assertThat(application.answer()).startsWith("cast ");
            assertThat(application.answer()).startsWith("cast ");
            assertThat(application.awaitEnd()).isZero();
            assertThat(application.errors()).contains("ConcreteCast casts them to that class; let it use unwrap");
        }
    }

    @Test
    void castsInClassesThatAreLoadedLaterGoOnWorking() throws Exception {
        try (ChildJvm application = ChildJvm.withAgent("", "LateCast")) {
            assertThat(application.answer()).startsWith("dev.plimsoll.jdbc.Watched");
            assertThat(application.answer()).isEqualTo("JdbcConnection");
            assertThat(application.answer())
                    .as("in the application's log")
                    .contains("WARN")
                    .contains("LateCast$Late casts them to that class; let it use unwrap");
            assertThat(application.answer()).startsWith("cast ");
            assertThat(application.awaitEnd()).isZero();
        }
    }

    @Test
    void aLoaderThatDoesNotSeeTheBridgeIsLeftAlone() throws Exception {
        try (ChildJvm application = ChildJvm.withAgent("", "SealedLoader")) {
            assertThat(application.answer()).isEqualTo("org.h2.jdbc.JdbcConnection");
            assertThat(application.awaitEnd()).isZero();
            assertThat(application.errors()).containsOnlyOnce("SealedLoader$Loader are left alone");
        }
    }
}
