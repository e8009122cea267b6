package com.realtimeconnect.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The rules of the house that a machine can hold; each says the better way. */
public final class HouseRules {

    static final ArchRule CONTROLLERS_ARE_PRIVATE = classes()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .should()
            .bePackagePrivate()
            .because("a controller is an edge: others call the feature's public class")
            .allowEmptyShould(true);

    static final ArchRule ENTITIES_ARE_PRIVATE = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .bePackagePrivate()
            .because("an entity never leaves its feature: hand out a record")
            .allowEmptyShould(true);

    static final ArchRule REPOSITORIES_ARE_PRIVATE = classes()
            .that()
            .areAssignableTo("org.springframework.data.repository.Repository")
            .should()
            .bePackagePrivate()
            .because("a repository belongs to its feature: ask the feature's public class")
            .allowEmptyShould(true);

    static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .because("a name says what the thing does");

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .because("the constructor says what a class needs")
            .allowEmptyShould(true);

    static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .doNotHaveSimpleName("ObservabilityAutoConfiguration") // makes the one clock
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("an injected Clock lets a test move the time");

    static final ArchRule NO_FOREIGN_LIBRARIES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("lombok..", "com.fasterxml.jackson.databind..", "org.apache.commons.lang3..")
            .because("Jackson 3 (tools.jackson) and plain Java do it");

    static final ArchRule LOGGERS_ARE_PRIVATE = fields().that()
            .haveRawType("org.slf4j.Logger")
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .because("a logger speaks for one class")
            .allowEmptyShould(true);

    private HouseRules() {}

    /** Checks the production classes under this package. @throws AssertionError naming each break and the better way */
    public static void check(String rootPackage) {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        all().forEach(rule -> rule.check(classes));
    }

    static void check(JavaClasses classes) {
        all().forEach(rule -> rule.check(classes));
    }

    private static List<ArchRule> all() {
        return List.of(
                CONTROLLERS_ARE_PRIVATE,
                ENTITIES_ARE_PRIVATE,
                REPOSITORIES_ARE_PRIVATE,
                NO_EMPTY_NAMES,
                NO_FIELD_INJECTION,
                TIME_IS_INJECTED,
                NO_FOREIGN_LIBRARIES,
                LOGGERS_ARE_PRIVATE);
    }
}
