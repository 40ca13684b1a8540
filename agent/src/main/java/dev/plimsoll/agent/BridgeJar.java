package dev.plimsoll.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The part of the agent's jar that goes to the bootstrap class loader, once for each JVM. */
final class BridgeJar {
    private static final String NAME = "bridge.jar";
    private static boolean there;

    private BridgeJar() {}

    static synchronized void append(Path agent, Instrumentation instrumentation) throws IOException {
        if (there) {
            return;
        }
        byte[] bridge = read(agent);
        if (!defined(bridge, instrumentation)) {
            Path copy = Files.createTempFile("plimsoll-bridge", ".jar");
            copy.toFile().deleteOnExit();
            Files.write(copy, bridge);
            instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(copy.toFile(), false));
        }
        there = true;
    }

    private static byte[] read(Path agent) throws IOException {
        try (JarFile jar = new JarFile(agent.toFile(), false)) {
            ZipEntry entry = jar.getEntry(NAME);
            if (entry == null) {
                throw new IOException(agent + " is not the agent's jar: it holds no " + NAME);
            }
            try (InputStream bridge = jar.getInputStream(entry)) {
                return bridge.readAllBytes();
            }
        }
    }

    /**
     * Whether the classes could be given to the bootstrap loader one by one. Appending a jar works everywhere, but takes a file, and has
     * the JVM complain on the application's System.out that it shares fewer classes with other JVMs from then on.
     */
    private static boolean defined(byte[] bridge, Instrumentation instrumentation) throws IOException {
        try (ZipInputStream classes = new ZipInputStream(new ByteArrayInputStream(bridge))) {
            Object access = openAccess(instrumentation);
            Method define = Class.forName("jdk.internal.access.JavaLangAccess")
                    .getMethod(
                            "defineClass",
                            ClassLoader.class,
                            String.class,
                            byte[].class,
                            ProtectionDomain.class,
                            String.class);
            for (ZipEntry entry = classes.getNextEntry(); entry != null; entry = classes.getNextEntry()) {
                if (entry.getName().endsWith(".class") && !entry.getName().endsWith("package-info.class")) {
                    String name = entry.getName().replace('/', '.').replaceFirst("\\.class$", "");
                    define.invoke(access, null, name, classes.readAllBytes(), null, null);
                }
            }
            return true;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return false; // a JVM that is made differently
        }
    }

    private static Object openAccess(Instrumentation instrumentation) throws ReflectiveOperationException {
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of("jdk.internal.access", Set.of(BridgeJar.class.getModule())),
                Map.of(),
                Set.of(),
                Map.of());
        return Class.forName("jdk.internal.access.SharedSecrets")
                .getMethod("getJavaLangAccess")
                .invoke(null);
    }
}
