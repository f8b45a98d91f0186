/**
 * Protocols in which other products send logs: Elasticsearch's bulk, Loki's push, OpenTelemetry's
 * logs, syslog and GELF. Each reads its own form and hands JSON objects to the one way in; what
 * they answer, above all when there is too much, is what their clients need so as not to lose
 * anything.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.logs.wire;
