/**
 * The edge that all features share: the form of JSON and of errors, headers, addresses of clients,
 * files of the pages, health and the description of the API. May import {@code model} and {@code
 * accounts}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.web;
