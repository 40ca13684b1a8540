package dev.plimsoll.work;

import java.util.List;

/**
 * A place in the application's code: its own frames below JDBC, object mappers, proxies and the JDK.
 *
 * @param frames the application's frames, innermost first, at least one and at most {@value #MAX_FRAMES}; generated names are normalised
 */
public record CallSite(List<StackTraceElement> frames) {
    static final int MAX_FRAMES = 8;

    public CallSite {
        frames = List.copyOf(frames);
    }

    /** The innermost frame as {@code shop.OrderPage.lines(OrderPage.java:42)}. */
    public String display() {
        return display(frames.get(0));
    }

    /** A frame without module and class loader. */
    public static String display(StackTraceElement frame) {
        String file = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
        String line = frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber();
        return frame.getClassName() + "." + frame.getMethodName() + "(" + file + line + ")";
    }

    /** Class and method of the innermost frame: what stays the same across builds. */
    public String identity() {
        return frames.get(0).getClassName() + "#" + frames.get(0).getMethodName();
    }
}
