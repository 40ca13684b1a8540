package dev.plimsoll.jdbc;

import java.io.Externalizable;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes a subclass of a wrapper class that has a driver's interfaces too: their methods go to the driver, but for those that the
 * wrapper has. With Byte Buddy's low-level writer, since this happens while an application starts.
 */
final class VendorClassWriter {
    private final Class<?> wrapper;
    private final Class<?> driverClass;
    private final Set<Class<?>> interfaces = new LinkedHashSet<>();

    VendorClassWriter(Class<?> wrapper, Class<?> driverClass) {
        this.wrapper = wrapper;
        this.driverClass = driverClass;
        for (Class<?> type = driverClass; type != null; type = type.getSuperclass()) {
            addInterfaces(type);
        }
    }

    /** Throws NoClassDefFoundError where Byte Buddy is missing. */
    static void requireByteBuddy() {
        Type.getType(Object.class);
    }

    private void addInterfaces(Class<?> type) {
        for (Class<?> candidate : type.getInterfaces()) {
            if (isToBeAdded(candidate)) {
                interfaces.add(candidate);
            }
            addInterfaces(candidate);
        }
    }

    private boolean isToBeAdded(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && type.getModule().isExported(type.getPackageName())
                && !type.isSealed()
                && !type.isAssignableFrom(wrapper)
                && type != Serializable.class
                && type != Externalizable.class;
    }

    boolean addsNothing() {
        return interfaces.isEmpty();
    }

    String name() {
        return wrapper.getName() + "$" + driverClass.getSimpleName();
    }

    byte[] write(Class<?>... constructorParameters) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name().replace('.', '/'),
                null,
                Type.getInternalName(wrapper),
                interfaces.stream().map(Type::getInternalName).toArray(String[]::new));
        writeConstructor(writer, constructorParameters);
        Set<String> written = new HashSet<>();
        for (Class<?> type : interfaces) {
            for (Method method : type.getDeclaredMethods()) {
                if (isOpen(method) && written.add(method.getName() + Type.getMethodDescriptor(method))) {
                    writeMethod(writer, method);
                }
            }
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Not the wrapper's already. */
    private boolean isOpen(Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isPublic(modifiers)
                && !Modifier.isStatic(modifiers)
                && !method.isSynthetic()
                && own(method)
                        .filter(own -> own.getReturnType() == method.getReturnType())
                        .isEmpty();
    }

    /** The wrapper's method of the same name and parameters, whatever it returns. */
    private Optional<Method> own(Method method) {
        return Arrays.stream(wrapper.getMethods())
                .filter(own -> !own.isBridge()
                        && own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()))
                .findFirst();
    }

    private void writeConstructor(ClassWriter writer, Class<?>... parameters) {
        String descriptor = Type.getMethodDescriptor(
                Type.VOID_TYPE, Arrays.stream(parameters).map(Type::getType).toArray(Type[]::new));
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        load(code, parameters);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, Type.getInternalName(wrapper), "<init>", descriptor, false);
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private void writeMethod(ClassWriter writer, Method method) {
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PUBLIC, method.getName(), Type.getMethodDescriptor(method), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        Optional<Method> own = own(method).filter(ours -> narrowed(ours, method));
        if (own.isPresent()) {
            load(code, method.getParameterTypes());
            String descriptor = Type.getMethodDescriptor(own.get());
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, Type.getInternalName(wrapper), method.getName(), descriptor, false);
            code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(method.getReturnType()));
        } else {
            writeDelegation(code, method);
        }
        code.visitInsn(Type.getType(method.getReturnType()).getOpcode(Opcodes.IRETURN));
        end(code);
    }

    /** A driver's interface that narrows what one of JDBC's methods returns gets our wrapper, which has the narrower interface too. */
    private static boolean narrowed(Method own, Method method) {
        return method.getReturnType().isInterface() && own.getReturnType().isAssignableFrom(method.getReturnType());
    }

    private void writeDelegation(MethodVisitor code, Method method) {
        String owner = Type.getInternalName(method.getDeclaringClass());
        code.visitFieldInsn(
                Opcodes.GETFIELD, Type.getInternalName(wrapper), "delegate", Type.getDescriptor(delegateType()));
        code.visitTypeInsn(Opcodes.CHECKCAST, owner);
        load(code, method.getParameterTypes());
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, method.getName(), Type.getMethodDescriptor(method), true);
    }

    private Class<?> delegateType() {
        for (Class<?> type = wrapper; type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getName().equals("delegate")) {
                    return field.getType();
                }
            }
        }
        throw new IllegalStateException("No delegate in " + wrapper);
    }

    private static void load(MethodVisitor code, Class<?>... parameters) {
        int local = 1;
        for (Class<?> parameter : parameters) {
            Type type = Type.getType(parameter);
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
