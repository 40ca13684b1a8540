package dev.plimsoll.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads what lies under {@code inside/} in the agent's jar. It sees the JDK and the bridge but nothing of the application, nor the
 * application anything of it. One for each time that the agent is attached, so that all of it goes when it is detached.
 */
final class IsolatedLoader extends ClassLoader implements AutoCloseable {
    private static final String FOLDER = "inside/";
    private static final String OURS = "dev.plimsoll.";
    private static final String BRIDGE = "dev.plimsoll.agent.bridge.";

    /** Not the usual one, which refers to its loader: up to Java 23 every thread that is started below our code keeps it for life. */
    private static final ProtectionDomain DOMAIN =
            new ProtectionDomain(new CodeSource(null, (Certificate[]) null), null, null, null);

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final Path file;

    private IsolatedLoader(Path file) throws IOException {
        super("plimsoll", getPlatformClassLoader());
        this.file = file;
        this.jar = new JarFile(file.toFile(), false);
    }

    static IsolatedLoader of(Path jar) throws IOException {
        return new IsolatedLoader(jar);
    }

    /** What only this jar has is not looked for elsewhere first: a class that the parents do not find costs them an exception. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(BRIDGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(FOLDER + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream code = jar.getInputStream(entry)) {
            byte[] bytes = code.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, DOMAIN);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        JarEntry entry = jar.getJarEntry(FOLDER + name);
        try {
            return entry == null
                    ? null
                    : URI.create("jar:" + file.toUri() + "!/" + entry.getName()).toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL resource = findResource(name);
        return Collections.enumeration(resource == null ? List.of() : List.of(resource));
    }

    /** Not through a URL, which would keep the jar open. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        JarEntry entry = jar.getJarEntry(FOLDER + name);
        try {
            return entry == null ? getPlatformClassLoader().getResourceAsStream(name) : jar.getInputStream(entry);
        } catch (IOException e) {
            return null; // as ClassLoader has it
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
