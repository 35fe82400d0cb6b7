package dev.perfagent.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package of the tool may use which; docs/architecture.md shows the same as a picture. */
final class PackagesTest {
    private static final String ROOT = "dev.perfagent.";

    /** Fewer classes than this were looked at: the rules below would pass on nothing. */
    private static final int FEWEST_CLASSES = 430;

    /** A package, and after the colon all that it uses, of the tool and of other modules. Commands may use everything. */
    private static final String ARROWS = """
        analysis: history statistics tally
        attach:
        baseline: calibrate compare history statistics tally
        benchmark: history machine prepare report run statistics threshold
        calibrate: history machine run statistics threshold
        chart: analysis history run statistics tally
        check: choice history run threshold
        cli: cli.command cli.option cli.output cli.session cli.view.run history launch monitor prepare
        cli.option: analysis benchmark calibrate history journal profile run threshold
        cli.output: history machine threshold
        cli.session: baseline check cli.option cli.output compare config history journal machine monitor plan prepare prune \
        run settings tally threshold
        cli.view.advice: cli.output cli.view.run optimize tally
        cli.view.alert: cli.output cli.view.run history run
        cli.view.analysis: analysis cli.output cli.view.report cli.view.run cli.view.scope monitor tally
        cli.view.baseline: baseline cli.output compare statistics tally
        cli.view.benchmark: benchmark cli.output run statistics threshold
        cli.view.check: alert check cli.option cli.output cli.view.run history run threshold
        cli.view.comparison: calibrate cli.output cli.view.run cli.view.scope cli.view.system compare statistics tally threshold
        cli.view.dashboard: analysis chart cli.output cli.view.report report statistics tally
        cli.view.match: cli.output match
        cli.view.monitor: cli.output monitor statistics
        cli.view.plan: application cli.output cli.view.run plan prepare prepare.start settings statistics
        cli.view.profile: cli.output profile
        cli.view.prune: cli.output prune
        cli.view.report: analysis cli.output cli.view.run cli.view.scope report statistics tally threshold
        cli.view.run: cli.output history run
        cli.view.scope: analysis cli.output cli.view.run history tally
        cli.view.system: calibrate cli.output run statistics threshold
        compare: calibrate config history run statistics tally threshold
        draft: history prepare statistics
        export: history
        export.bmf: statistics tally
        export.datadog: export export.figure history
        export.emf: export export.figure history
        export.figure: history run
        export.influx: export export.figure history
        export.newrelic: export export.figure history
        export.otlp: export export.figure history run
        export.prometheus: export.figure history run
        export.push: export history
        history: journal machine run threshold
        match: history
        monitor: alert history journal machine run threshold
        optimize: history run statistics tally tip
        prepare: history machine plan settings
        prepare.start: prepare statistics
        profile: history prepare run
        prune: history machine plan settings
        report: analysis history statistics tally threshold
        serve:
        statistics: threshold
        tally: history run statistics threshold
        """;

    private static final JavaClasses TOOL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> location.contains("/agent/tool/"))
            .importPackages("dev.perfagent");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(TOOL).hasSizeGreaterThan(FEWEST_CLASSES);
    }

    @Test
    void everyPackageUsesWhatTheTableSaysAndNothingElse() {
        DescribedPredicate<JavaClass> isCommand = JavaClass.Predicates.resideInAPackage(ROOT + "cli.command");
        assertThat(Arrows.between(
                        TOOL.that(DescribedPredicate.not(isCommand)),
                        Arrows::name,
                        (type, target) -> Arrows.isOurs(target)))
                .isEqualTo(ARROWS);
    }

    @Test
    void noPackagesGoInACircle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(TOOL);
    }

    @Test
    void noClassesGoInACircle() {
        assertThat(ClassCircles.largerThan(1, TOOL)).isEmpty();
    }
}
