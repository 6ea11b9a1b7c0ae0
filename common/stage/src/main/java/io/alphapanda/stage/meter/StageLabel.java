package io.alphapanda.stage.meter;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Every meter of a process carries its stage's name.
final class StageLabel {

    @Produces
    @Singleton
    static MeterFilter stage(@ConfigProperty(name = "quarkus.application.name") String stage) {
        return MeterFilter.commonTags(Tags.of("stage", stage));
    }
}
