package dev.plimsoll.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where a test stands. A dynamic test stands where its factory does.
 *
 * @param test class and method, as {@code shop.OrdersTest#page}: what stays the same from build to build
 * @param unit name of its unit of work
 * @param elements what its annotations are looked for on: the method, its class, the classes around that
 * @param classContext the context of its class
 */
record Place(String test, String unit, List<AnnotatedElement> elements, ExtensionContext classContext) {

    static Place of(ExtensionContext context) {
        ExtensionContext at = context;
        while (at.getTestMethod().isEmpty()) {
            at = at.getParent().orElseThrow();
        }
        Method method = at.getRequiredTestMethod();
        Class<?> type = at.getRequiredTestClass();
        while (at.getTestMethod().isPresent()) {
            at = at.getParent().orElseThrow();
        }
        return new Place(
                type.getName() + "#" + method.getName(),
                unit(type, method, context.getDisplayName()),
                elements(method, at),
                at);
    }

    /** The display name tells apart what one method runs several times. */
    private static String unit(Class<?> type, Method method, String displayName) {
        String name = type.getSimpleName() + "." + method.getName();
        return displayName.startsWith(method.getName() + "(") ? name : name + " " + displayName;
    }

    private static List<AnnotatedElement> elements(Method method, ExtensionContext classContext) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(method));
        Optional<ExtensionContext> at = Optional.of(classContext);
        while (at.isPresent()) {
            at.flatMap(ExtensionContext::getTestClass)
                    .filter(type -> !elements.contains(type))
                    .ifPresent(elements::add);
            at = at.flatMap(ExtensionContext::getParent);
        }
        return elements;
    }
}
