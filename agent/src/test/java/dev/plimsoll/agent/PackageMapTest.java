package dev.plimsoll.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which of the agent's packages may see which. Across a border between class loaders only the bridge is the same class on both sides. */
class PackageMapTest {
    private static final String ROOT = "dev.plimsoll.agent";
    private static final String BRIDGE = ROOT + ".bridge";
    private static final String INSIDE = ROOT + ".inside..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theBridgeIsMadeOfTheJdksBaseOnly() {
        classes()
                .that(resideInAPackage(BRIDGE))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(BRIDGE, "java.lang..", "java.util..", "java.io..", "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void whatTheJvmLoadsSeesTheJdkAndTheBridge() {
        classes()
                .that(resideInAnyPackage(ROOT, ROOT + ".cli.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT, ROOT + ".cli..", BRIDGE, "java..", "javax..", "com.sun.tools.attach..", "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void whatIsInsideDoesNotSeeWhatTheJvmLoads() {
        noClasses()
                .that(resideInAPackage(INSIDE))
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT, ROOT + ".cli.."))
                .check(CLASSES);
    }

    @Test
    void weavingKnowsNothingOfWhatItWeavesFor() {
        classes()
                .that(resideInAPackage(ROOT + ".inside.weave"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + ".inside.weave", BRIDGE, "java..", "net.bytebuddy.jar.asm..", "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
