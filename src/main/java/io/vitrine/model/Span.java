package io.vitrine.model;

/** The time that a question is about: whole days of the shop, or exact instants. */
public sealed interface Span permits Period, TimeRange {}
