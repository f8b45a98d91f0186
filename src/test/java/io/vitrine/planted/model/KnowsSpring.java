package io.vitrine.planted.model;

import org.springframework.core.env.Environment;

/** Brings a framework into the words. */
public record KnowsSpring(Environment environment) {}
