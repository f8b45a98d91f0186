package io.vitrine.history;

import io.vitrine.model.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A named part of a mapping whose values are texts, lists and further parts. Every scalar is a
 * text: the country NO is not false, and an id 0012 is not ten.
 *
 * @param place where it stands, for messages
 * @param content by name
 */
record MappingNode(String place, Map<String, Object> content) {

  static MappingNode parse(String name, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions dumper = new DumperOptions();
    Resolver texts =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {}
        };
    try {
      Object read =
          new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, texts)
              .load(text);
      return of(name, read);
    } catch (YAMLException e) {
      throw Problem.caller("mapping_unreadable", name + " is no YAML: " + e.getMessage());
    }
  }

  private static MappingNode of(String place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw Problem.caller("mapping_wrong", place + " is not a list of names with values");
    }
    Map<String, Object> content = new LinkedHashMap<>();
    map.forEach((key, inner) -> content.put(String.valueOf(key), inner == null ? "" : inner));
    return new MappingNode(place, content);
  }

  Problem refused(String what) {
    return Problem.caller("mapping_wrong", place + " " + what);
  }

  void allow(List<String> known) {
    for (String name : content.keySet()) {
      if (!known.contains(name)) {
        throw refused("has '" + name + "', which nobody knows; known: " + String.join(", ", known));
      }
    }
  }

  List<String> names() {
    return List.copyOf(content.keySet());
  }

  boolean has(String name) {
    return content.containsKey(name);
  }

  boolean isTree(String name) {
    return content.get(name) instanceof Map;
  }

  String text(String name) {
    String text = optional(name);
    if (text == null || text.isEmpty()) {
      throw refused("has no " + name);
    }
    return text;
  }

  @Nullable String optional(String name) {
    Object value = content.get(name);
    if (value instanceof Map || value instanceof List) {
      throw refused("has a list under " + name + " where one value belongs");
    }
    return value == null ? null : value.toString();
  }

  String textOr(String name, String otherwise) {
    return Objects.requireNonNullElse(optional(name), otherwise);
  }

  boolean flag(String name) {
    String text = textOr(name, "false");
    if (!text.equals("true") && !text.equals("false")) {
      throw refused("has " + name + " '" + text + "': true or false");
    }
    return text.equals("true");
  }

  /** One text or a list of them; empty when absent. */
  List<String> texts(String name) {
    Object value = content.get(name);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(value.toString());
  }

  MappingNode child(String name) {
    if (!has(name)) {
      throw refused("has no " + name);
    }
    return of(place + ": " + name, content.get(name));
  }

  List<MappingNode> children(String name) {
    if (!(content.get(name) instanceof List<?> list) || list.isEmpty()) {
      throw refused("has no list under " + name);
    }
    String inner = place + ": " + name;
    return list.stream().map(value -> of(inner, value)).toList();
  }

  Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    names().forEach(name -> pairs.put(name, textOr(name, "")));
    return pairs;
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    return constant(text(name), type);
  }

  /** The constant that a text names in small letters. */
  <E extends Enum<E>> E constant(String text, Class<E> type) {
    List<String> known =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    int place = known.indexOf(text);
    if (place < 0) {
      throw refused("has '" + text + "', which nobody knows; known: " + String.join(", ", known));
    }
    return type.getEnumConstants()[place];
  }
}
