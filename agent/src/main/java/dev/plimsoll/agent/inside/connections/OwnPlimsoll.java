package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.jspecify.annotations.Nullable;

/** Weaves nothing; notices when the application itself wraps data sources by Plimsoll, whose units and reporters are to have them then. */
public final class OwnPlimsoll implements Point {
    private static final String WRAPPER = "dev/plimsoll/jdbc/ProxyDataSource";

    private volatile boolean loaded;

    boolean isLoaded() {
        return loaded;
    }

    @Override
    public String name() {
        return "the application's own Plimsoll";
    }

    @Override
    public Set<String> hints() {
        return Set.of(WRAPPER);
    }

    @Override
    public boolean isIn(ClassShape type) {
        if (type.name().equals(WRAPPER)) {
            loaded = true;
        }
        return false;
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        return null;
    }
}
