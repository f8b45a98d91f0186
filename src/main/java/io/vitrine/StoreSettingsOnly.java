package io.vitrine;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Every setting, checked as at a start of the product, and nothing that uses them. */
@ConfigurationPropertiesScan("io.vitrine")
@ComponentScan(
    basePackages = "io.vitrine.settings",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class StoreSettingsOnly {}
