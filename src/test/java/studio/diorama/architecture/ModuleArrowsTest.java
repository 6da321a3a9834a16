package studio.diorama.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The house has one direction: each module uses only those below it, and of those only what is not `internal`.
class ModuleArrowsTest {

    /// Package of each module → the modules that it may use.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("common", Set.of()),
            entry("imaging", Set.of("common")),
            entry("geometry", Set.of("common")),
            entry("tensor", Set.of("common")),
            entry("render", Set.of("geometry", "common")),
            entry("dataset", Set.of("render", "geometry", "imaging", "common")),
            entry("models", Set.of("tensor", "imaging", "common")),
            entry("persistence", Set.of("common")),
            entry("auth", Set.of("persistence", "common")),
            entry("backend", Set.of("auth", "persistence", "imaging", "common")),
            entry("frontend", Set.of("backend", "auth", "persistence", "imaging", "common")),
            entry("worker", Set.of("models", "dataset", "tensor", "imaging", "persistence", "common")));

    private static final List<String> FOLDERS = List.of(
            "common",
            "persistence",
            "auth",
            "backend",
            "frontend",
            "gpu-workers/geometry",
            "gpu-workers/imaging",
            "gpu-workers/render",
            "gpu-workers/dataset",
            "gpu-workers/tensor",
            "gpu-workers/models",
            "gpu-workers/worker");

    private static JavaClasses studio;

    @BeforeAll
    static void readClasses() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<Path> folders = FOLDERS.stream()
                .map(folder -> root.resolve(folder).resolve("target/classes"))
                .toList();
        assertThat(folders).allMatch(Files::isDirectory);
        studio = new ClassFileImporter().importPaths(folders);
    }

    @TestFactory
    List<DynamicTest> everyModuleUsesOnlyTheModulesBelowIt() {
        return ARROWS.entrySet().stream()
                .map(arrow -> DynamicTest.dynamicTest(
                        arrow.getKey(),
                        () -> onlyUses(arrow.getKey(), arrow.getValue()).check(studio)))
                .toList();
    }

    private static ArchRule onlyUses(String module, Set<String> allowed) {
        return noClasses()
                .that()
                .resideInAPackage("studio.diorama." + module + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to a module other than " + module + " and " + allowed,
                        used -> moduleOf(used)
                                .filter(name -> !name.equals(module) && !allowed.contains(name))
                                .isPresent()));
    }

    @Test
    void internalPackagesAreUsedByTheirOwnModuleAlone() {
        List<String> breaches = studio.stream()
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass().getPackageName().contains(".internal"))
                .filter(use -> moduleOf(use.getTargetClass()).isPresent()
                        && !moduleOf(use.getTargetClass()).equals(moduleOf(use.getOriginClass())))
                .map(use -> use.getDescription())
                .toList();
        assertThat(breaches).isEmpty();
    }

    @Test
    void nothingIsEverDeserialisedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(studio);
    }

    @Test
    void tensorIsTheOnlyDoorToDjl() {
        noClasses()
                .that()
                .resideOutsideOfPackage("studio.diorama.tensor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(studio);
    }

    @Test
    void everyPackageOfEveryModuleIsInTheTable() {
        assertThat(studio.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("studio.diorama."))
                        .map(name -> name.split("\\.")[2])
                        .distinct())
                .isSubsetOf(ARROWS.keySet());
    }

    private static Optional<String> moduleOf(JavaClass used) {
        String name = used.getPackageName();
        return name.startsWith("studio.diorama.") ? Optional.of(name.split("\\.")[2]) : Optional.empty();
    }
}
