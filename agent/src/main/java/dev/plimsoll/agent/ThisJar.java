package dev.plimsoll.agent;

import java.net.URI;
import java.nio.file.Path;

/** The file that this class was loaded from. */
final class ThisJar {

    private ThisJar() {}

    static Path path() {
        return Path.of(URI.create(ThisJar.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    static String version() {
        String version = ThisJar.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
