/**
 * The edge that all features share: the form of JSON and of errors, headers, addresses of clients,
 * limits of requests, files of the pages, health and the description of the API. May import {@code
 * model}, {@code accounts} and {@code limits}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.web;
