package dev.plimsoll.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The part of the agent's jar that goes to the bootstrap class path, once for each JVM. */
final class BridgeJar {
    private static final String NAME = "bridge.jar";
    private static boolean appended;

    private BridgeJar() {}

    static synchronized void append(Path agent, Instrumentation instrumentation) throws IOException {
        if (appended) {
            return;
        }
        Path copy = Files.createTempFile("plimsoll-bridge", ".jar");
        copy.toFile().deleteOnExit();
        try (JarFile jar = new JarFile(agent.toFile())) {
            ZipEntry entry = jar.getEntry(NAME);
            if (entry == null) {
                throw new IOException(agent + " is not the agent's jar: it holds no " + NAME);
            }
            try (InputStream bridge = jar.getInputStream(entry)) {
                Files.copy(bridge, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(copy.toFile()));
        appended = true;
    }
}
