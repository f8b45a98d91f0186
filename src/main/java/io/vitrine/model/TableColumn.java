package io.vitrine.model;

import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link ShopTable}.
 *
 * @param name as it is spelled everywhere
 * @param type of its values
 * @param unit of its values; null where they are no figures
 * @param meaning what it holds and how it is counted, in English
 */
public record TableColumn(String name, Answer.Type type, @Nullable Unit unit, String meaning) {}
