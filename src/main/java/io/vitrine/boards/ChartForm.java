package io.vitrine.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * A saved chart as JSON.
 *
 * @param id its id
 * @param name its name; empty when it is named after what it shows
 * @param owner name of who saved it
 * @param own whether the caller did
 * @param mayChange whether the caller may change it
 * @param shared whether everybody with an account sees it
 * @param plan what it asks and how it is drawn
 * @param createdAt when it was saved first
 * @param changedAt when it was saved last
 */
@Schema(name = "SavedChart")
record ChartForm(
    UUID id,
    String name,
    String owner,
    boolean own,
    boolean mayChange,
    boolean shared,
    PlanForm plan,
    Instant createdAt,
    Instant changedAt) {}
