/**
 * A believable shop that does not exist: its catalogue, its visitors and what they do, its orders,
 * experiments, incidents and logs, as events in time order, deterministic by seed. Imports {@code
 * model} alone; whoever runs it hands the events to the intake.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.demo;
