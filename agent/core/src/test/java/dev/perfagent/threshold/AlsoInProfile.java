package dev.perfagent.threshold;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** More cases of a parameterized test, with commas between their values, that the profile {@code simulation} alone runs. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(AlsoInProfile.Cases.class)
@interface AlsoInProfile {
    String[] value();

    /** What JUnit asks for them. */
    final class Cases extends AnnotationBasedArgumentsProvider<AlsoInProfile> {
        @Override
        protected Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, AlsoInProfile cases) {
            return SimulationScope.IS_WHOLE
                    ? Arrays.stream(cases.value()).map(one -> Arguments.of((Object[]) one.split(", ", -1)))
                    : Stream.empty();
        }
    }
}
