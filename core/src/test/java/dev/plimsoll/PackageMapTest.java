package dev.plimsoll;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the table in the root's package-info true. */
class PackageMapTest {
    private static final String ROOT = "dev.plimsoll";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Packages of ours, and libraries, that each package may import besides java.lang, java.util and the like. */
    private static final Map<String, List<String>> MAP = Map.ofEntries(
            Map.entry("sql", List.of("com.github.benmanes.caffeine..")),
            Map.entry("finding", List.of()),
            Map.entry("work", List.of("sql", "org.slf4j..", "io.micrometer.context..")),
            Map.entry(
                    "route",
                    List.of(
                            "work",
                            "sql",
                            "flight",
                            "org.slf4j..",
                            "com.github.benmanes.caffeine..",
                            "javax.crypto..",
                            "java.security..")),
            Map.entry("detect", List.of("work", "finding", "sql")),
            Map.entry("report", List.of("finding", "org.slf4j..", "jdk.jfr..")),
            Map.entry("flight", List.of("jdk.jfr..")),
            Map.entry("postgres", List.of("route", "sql", "org.slf4j..", "java.sql..", "javax.sql..")),
            Map.entry(
                    "jdbc",
                    List.of(
                            "work",
                            "route",
                            "sql",
                            "org.slf4j..",
                            "net.bytebuddy..",
                            "java.sql..",
                            "javax.sql..",
                            "javax.transaction.xa..")),
            Map.entry(
                    "jdbc.logical",
                    List.of(
                            "route",
                            "postgres",
                            "sql",
                            "com.github.benmanes.caffeine..",
                            "com.zaxxer.hikari..",
                            "org.postgresql..",
                            "java.sql..",
                            "javax.sql..")),
            Map.entry("logbook", List.of("work", "route", "report", "finding", "sql")),
            Map.entry("config", List.of("work", "detect", "finding", "route")),
            Map.entry(
                    "junit",
                    List.of(
                            ROOT,
                            "work",
                            "finding",
                            "sql",
                            "report",
                            "config",
                            "org.junit..",
                            "org.opentest4j..",
                            "org.assertj..",
                            "org.slf4j..")));

    private static final List<String> BASE = List.of(
            "java.lang..",
            "java.util..",
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.math..",
            "java.time..",
            "java.text..",
            "org.jspecify..");

    @TestFactory
    Stream<DynamicTest> eachPackageImportsOnlyWhatTheMapAllows() {
        return MAP.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> allowed = new ArrayList<>(BASE);
                    allowed.add(ROOT + "." + entry.getKey() + "..");
                    for (String other : entry.getValue()) {
                        allowed.add(MAP.containsKey(other) ? ROOT + "." + other + ".." : other);
                    }
                    classes()
                            .that(resideInAPackage(ROOT + "." + entry.getKey() + ".."))
                            .and(resideOutsideOfPackages(inner(entry.getKey())))
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                            .check(CLASSES);
                }));
    }

    /** Packages within {@code name} that have an entry of their own. */
    private static String[] inner(String name) {
        return MAP.keySet().stream()
                .filter(other -> other.startsWith(name + "."))
                .map(other -> ROOT + "." + other + "..")
                .toArray(String[]::new);
    }

    @Test
    void theMapNamesEveryPackage() {
        Set<String> packages = CLASSES.getPackage(ROOT).getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .collect(Collectors.toSet());
        assertThat(MAP.keySet().stream().filter(name -> name.indexOf('.') < 0))
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyPrintsToTheConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
