package dev.plimsoll.junit;

import dev.plimsoll.FindingKinds;
import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.Silence;
import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test ask of it, the closest ones before those farther out.
 *
 * @param statements how many statements of a kind
 * @param findings how many findings of a kind
 * @param none which findings there must not be
 */
record Expectations(Map<StatementKind, Bounds> statements, Map<String, Bounds> findings, Optional<NoFindings> none) {

    /**
     * @throws ExtensionConfigurationException if an annotation makes no sense
     */
    static Expectations of(List<AnnotatedElement> elements) {
        Map<StatementKind, Bounds> statements = new EnumMap<>(StatementKind.class);
        Map<String, Bounds> findings = new TreeMap<>();
        Optional<NoFindings> none = Optional.empty();
        for (AnnotatedElement element : elements) {
            statementsOn(element).forEach(statements::putIfAbsent);
            findingsOn(element).forEach(findings::putIfAbsent);
            if (none.isEmpty()) {
                none = AnnotationSupport.findAnnotation(element, ExpectNoFindings.class)
                        .map(annotation -> NoFindings.of(annotation, "@ExpectNoFindings on " + name(element)));
            }
        }
        return new Expectations(statements, findings, none);
    }

    private static Map<StatementKind, Bounds> statementsOn(AnnotatedElement element) {
        String named = "@ExpectStatements on " + name(element);
        Map<StatementKind, Bounds> here = new EnumMap<>(StatementKind.class);
        for (ExpectStatements one : AnnotationSupport.findRepeatableAnnotations(element, ExpectStatements.class)) {
            Bounds bounds = Bounds.of(named, one.exactly(), one.min(), one.max());
            refuse(here.put(one.of(), bounds) != null, named + " is there twice for of = " + one.of());
        }
        return here;
    }

    private static Map<String, Bounds> findingsOn(AnnotatedElement element) {
        String named = "@ExpectFindings on " + name(element);
        Map<String, Bounds> here = new TreeMap<>();
        for (ExpectFindings one : AnnotationSupport.findRepeatableAnnotations(element, ExpectFindings.class)) {
            refuse(one.kind().isBlank(), named + " names no kind, such as n-plus-one");
            Bounds bounds = Bounds.of(named, one.exactly(), one.min(), one.max());
            refuse(here.put(one.kind(), bounds) != null, named + " is there twice for kind = " + one.kind());
        }
        return here;
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new ExtensionConfigurationException(message);
        }
    }

    private static String name(AnnotatedElement element) {
        return element instanceof Method method
                ? method.getDeclaringClass().getName() + "." + method.getName()
                : ((Class<?>) element).getName();
    }

    /** Findings that there must not be, but for those of kinds that have bounds of their own. */
    List<Finding> unexpected(List<Finding> found) {
        return none.stream()
                .flatMap(rule -> found.stream().filter(rule::covers))
                .filter(finding -> !findings.containsKey(finding.kind()))
                .toList();
    }

    /**
     * To be asked behind the test, since a data source that it has made may have detectors of its own.
     *
     * @throws ExtensionConfigurationException if a kind that is named is none
     */
    void refuseUnknownKinds() {
        Set<String> kinds = FindingKinds.known();
        for (String kind : findings.keySet()) {
            refuse(
                    !kinds.contains(kind),
                    "@ExpectFindings has kind = '" + kind + "', which is no kind of finding: "
                            + String.join(", ", kinds));
        }
        none.ifPresent(NoFindings::refuseUnknownKinds);
    }

    /**
     * Which findings there must not be.
     *
     * @param named where that is said
     * @param except what is left out
     */
    record NoFindings(String named, List<Silence> except, Severity severity, Confidence confidence) {
        static NoFindings of(ExpectNoFindings annotation, String named) {
            refuse(
                    annotation.severity() == Severity.INFO,
                    named + " has severity = INFO, but information never fails a test: WARNING or ERROR");
            try {
                List<Silence> except =
                        Arrays.stream(annotation.except()).map(Silence::of).toList();
                return new NoFindings(named, except, annotation.severity(), annotation.confidence());
            } catch (InvalidOptionException e) {
                throw new ExtensionConfigurationException(
                        named + " has except = " + Arrays.toString(annotation.except())
                                + ", but each must be an id, a kind, or a kind at a method as kind@package.Class#method",
                        e);
            }
        }

        private void refuseUnknownKinds() {
            Set<String> kinds = FindingKinds.known();
            for (Silence exception : except) {
                String kind = exception.idOrKind();
                refuse(
                        !exception.isId() && !kinds.contains(kind),
                        named + " excepts '" + kind + "', which is no kind of finding: " + String.join(", ", kinds));
            }
        }

        boolean covers(Finding finding) {
            return finding.severity().compareTo(severity) >= 0
                    && finding.confidence().compareTo(confidence) >= 0
                    && except.stream().noneMatch(exception -> exception.covers(finding));
        }
    }
}
