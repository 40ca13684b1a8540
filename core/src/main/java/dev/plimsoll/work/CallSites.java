package dev.plimsoll.work;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the application's frames on a stack: those that belong neither to the JDK nor to a library nor to generated code. Which
 * packages are libraries is data ({@code library-packages.txt}) that options can extend or overrule. A look at the stack of the
 * current thread costs a few microseconds for each ten frames. Safe for use by many threads.
 */
public final class CallSites {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    /** Classes that proxies and byte code enhancers make next to the application's own: never where a person wrote something. */
    private static final Pattern GENERATED_CLASS = Pattern.compile(
            "\\$\\$|\\$Proxy\\d|HibernateProxy|HibernateInstantiator|_\\$\\$_|/0x|ByteBuddy|\\$Subclass");

    private static final String JDBC = "dev.plimsoll.jdbc.";
    private static final Pattern GENERATED_METHOD = Pattern.compile("^(\\$\\$_|access\\$\\d)");
    private static final Pattern LAMBDA = Pattern.compile("^lambda\\$(.+)\\$\\d+$");

    /**
     * Between looks that are made only now and then: on a busy machine nearly all is slow, and the deep stacks of compiled code that
     * serves a request take a tenth of a millisecond and more.
     */
    private static final long NOW_AND_THEN_NANOS = 1_000_000_000L;

    private final CallSiteOptions options;
    /** When the next look that is made only now and then is due; 0 at first. Two threads may both be the first after it. */
    private volatile long nextLookAt;

    private final ClassValue<Boolean> application = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            ClassLoader loader = type.getClassLoader();
            return loader != null
                    && !loader.equals(ClassLoader.getPlatformClassLoader())
                    && !type.isHidden()
                    && isApplication(type.getName());
        }
    };

    public CallSites(CallSiteOptions options) {
        this.options = options;
    }

    /** Whether the stack is looked at on a statement's first execution too, instead of from its first repetition on. */
    boolean ofFirstExecution() {
        return options.ofFirstExecution();
    }

    /** The innermost application frame of the current thread, or null. */
    @Nullable
    Frame here() {
        return WALKER.walk(frames ->
                frames.filter(this::isApplication).findFirst().map(Frame::new).orElse(null));
    }

    /** Where the current thread is, or null if nowhere in the application. Takes longer than {@link #here()}: it looks at all frames. */
    @Nullable
    Located located() {
        List<StackFrame> frames = WALKER.walk(all ->
                all.filter(this::isApplication).limit(CallSite.MAX_FRAMES).toList());
        return frames.isEmpty() ? null : Located.at(frames);
    }

    /** As {@link #located()}, but at most once a second and otherwise null: for what no finding needs, and books are better with. */
    @Nullable
    Located locatedNowAndThen(long now) {
        long due = nextLookAt;
        if (due != 0 && now - due < 0) {
            return null;
        }
        nextLookAt = now + NOW_AND_THEN_NANOS;
        return located();
    }

    /** The application's frames of another thread, or nothing. */
    Optional<CallSite> of(Thread thread) {
        List<StackTraceElement> frames = List.of(thread.getStackTrace()).stream()
                .filter(this::isApplication)
                .limit(CallSite.MAX_FRAMES)
                .map(CallSites::normalised)
                .toList();
        return frames.isEmpty() ? Optional.empty() : Optional.of(new CallSite(frames));
    }

    /** Whether another thread is inside a call to a driver: one of our wrappers was called after the application's last frame. */
    boolean isInJdbc(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().startsWith(JDBC)) {
                return true;
            }
            if (isApplication(frame)) {
                return false;
            }
        }
        return false;
    }

    private boolean isApplication(StackTraceElement frame) {
        return !isPlatform(frame) && isApplication(frame.getClassName()) && isWritten(frame.getMethodName());
    }

    private static boolean isPlatform(StackTraceElement frame) {
        return frame.getModuleName() != null && frame.getClassLoaderName() == null
                || "platform".equals(frame.getClassLoaderName());
    }

    private boolean isApplication(StackFrame frame) {
        return application.get(frame.getDeclaringClass()) && isWritten(frame.getMethodName());
    }

    private boolean isApplication(String className) {
        return !GENERATED_CLASS.matcher(className).find() && options.isApplication(className);
    }

    private static boolean isWritten(String methodName) {
        return !methodName.startsWith("$$_") && !methodName.startsWith("access$")
                || !GENERATED_METHOD.matcher(methodName).find();
    }

    /** Compilers number lambdas through a class, so that their names change with every other edit. */
    private static StackTraceElement normalised(StackTraceElement frame) {
        var lambda = LAMBDA.matcher(frame.getMethodName());
        String method = lambda.matches() ? lambda.group(1) : frame.getMethodName();
        return new StackTraceElement(frame.getClassName(), method, frame.getFileName(), frame.getLineNumber());
    }

    /**
     * A place in the application.
     *
     * @param frame its innermost frame, to be compared
     * @param site all its frames, to be shown
     */
    record Located(Frame frame, CallSite site) {
        private static Located at(List<StackFrame> frames) {
            List<StackTraceElement> shown = frames.stream()
                    .map(frame -> normalised(frame.toStackTraceElement()))
                    .toList();
            return new Located(new Frame(frames.get(0)), new CallSite(shown));
        }
    }

    /** A position in the byte code: tells call sites apart without working out their lines. */
    static final class Frame {
        private final Class<?> type;
        private final String method;
        private final int position;

        private Frame(StackFrame frame) {
            this.type = frame.getDeclaringClass();
            this.method = frame.getMethodName();
            this.position = frame.getByteCodeIndex();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Frame frame
                    && frame.type == type
                    && frame.position == position
                    && frame.method.equals(method);
        }

        @Override
        public int hashCode() {
            return Objects.hash(type, method, position);
        }
    }
}
