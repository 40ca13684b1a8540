package dev.plimsoll.agent.inside.weave;

import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.jspecify.annotations.Nullable;

/**
 * One kind of method whose classes are woven. Stateless; asked by many threads, and for classes that are being loaded, so that it must
 * not load any.
 */
public interface Point {

    /** What the bridge is told of it by, and what it is called in messages. */
    String name();

    /**
     * Texts, such as a method's descriptor or a type's name with slashes, of which at least one stands in the constant pool of every class
     * that this point is in. The rarer they are, the less a JVM's start costs.
     */
    Set<String> hints();

    /** Whether this point is in a class, which is asked before any of its methods is. */
    boolean isIn(ClassShape type);

    /** What writes the method with its calls of the bridge, or null if this is no method of this point. */
    @Nullable
    MethodVisitor weave(Method method, MethodVisitor target);

    /**
     * A method with a body.
     *
     * @param owner its class, with slashes
     * @param access as in the class file
     * @param slots what the slots of its class's methods are used for
     */
    record Method(String owner, int access, String name, String descriptor, SlotsOfMethods slots) {

        public boolean is(String wanted, String wantedDescriptor) {
            return name.equals(wanted) && descriptor.equals(wantedDescriptor);
        }

        /** Whether the parameter in {@code slot}, a reference, is still there wherever the method returns or throws. */
        public boolean holdsParameter(int slot) {
            return slots.of(name, descriptor).hold(slot);
        }
    }
}
