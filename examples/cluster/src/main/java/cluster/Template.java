package cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An initialized data directory, cleanly shut down, and the binaries that made it; one for each JVM.
 *
 * <p>A copy of it is a primary, and with {@code standby.signal} a standby of any other copy: no backup has to be taken.
 */
record Template(Path data, Path postgres) {

    static Template get() {
        return Only.TEMPLATE;
    }

    private static Template create() {
        Path data = Home.create().path().resolve("template").resolve("data");
        // A standby refuses to serve with less than the primary it was copied from had: so that had little.
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C")
                .setServerConfig("max_connections", "20")
                .setServerConfig("fsync", "off");
        try {
            EmbeddedPostgres server = builder.start();
            Path postgres = executable(Files.readString(data.resolve("postmaster.opts")));
            server.close();
            Files.writeString(
                    data.resolve("postgresql.conf"),
                    "\ninclude '" + DataDirectory.SETTINGS + "'\n",
                    StandardOpenOption.APPEND);
            return new Template(data, postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library unpacks the binaries to a place that it does not tell; the server notes how it was called. */
    private static Path executable(String commandLine) {
        return Path.of(commandLine.substring(0, commandLine.indexOf(" \"")));
    }

    /** Made at first use. */
    private static final class Only {
        static final Template TEMPLATE = create();
    }
}
