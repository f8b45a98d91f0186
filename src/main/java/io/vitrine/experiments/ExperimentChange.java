package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.store.ExperimentRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change.
 *
 * @param version of the definition that it made
 * @param act defined, changed, started, stopped, decided, switched_off or switched_on
 * @param changed members of the definition that became something else; none in the first form
 */
record ExperimentChange(
    int version,
    String act,
    Instant at,
    String by,
    @Nullable String note,
    List<ChangedMember> changed) {

  /** What the act says already. */
  private static final Set<String> TOLD = Set.of("state", "enabled", "winner");

  private static final String RULE = "rule";

  /** 1 and 1.0 are one number, whoever wrote them. */
  private static final Comparator<JsonNode> AS_VALUES =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? Double.compare(one.doubleValue(), other.doubleValue())
              : one.equals(other) ? 0 : 1;

  /**
   * A member of a definition.
   *
   * @param member as the definition names it; those of its rule as rule.effect
   * @param before null for nothing
   * @param after null for nothing
   */
  @Schema(name = "ExperimentChangedMember")
  record ChangedMember(String member, @Nullable Object before, @Nullable Object after) {}

  /** All changes from all forms, both the newest first. */
  static List<ExperimentChange> of(List<ExperimentRecord> forms, JsonMapper json) {
    List<ExperimentChange> changes = new ArrayList<>();
    for (int at = 0; at < forms.size(); at++) {
      ExperimentRecord form = forms.get(at);
      List<ChangedMember> changed =
          at + 1 == forms.size()
              ? List.of()
              : between(members(forms.get(at + 1), json), members(form, json), json);
      changes.add(
          new ExperimentChange(
              form.version(), form.act(), form.at(), form.by(), form.note(), changed));
    }
    return changes;
  }

  /** The definition with the members of its rule among its own. */
  private static ObjectNode members(ExperimentRecord form, JsonMapper json) {
    ObjectNode members = (ObjectNode) json.readTree(form.content());
    JsonNode rule = members.remove(RULE);
    if (rule instanceof ObjectNode own) {
      own.properties().forEach(one -> members.set(RULE + "." + one.getKey(), one.getValue()));
    }
    return members;
  }

  private static List<ChangedMember> between(ObjectNode before, ObjectNode after, JsonMapper json) {
    return after.propertyNames().stream()
        .filter(member -> !TOLD.contains(member))
        .filter(member -> before.has(member) || !member.startsWith(RULE))
        .filter(member -> !before.path(member).equals(AS_VALUES, after.path(member)))
        .map(
            member ->
                new ChangedMember(
                    member, value(before.get(member), json), value(after.get(member), json)))
        .filter(one -> !Objects.equals(one.before(), one.after()))
        .toList();
  }

  private static @Nullable Object value(@Nullable JsonNode node, JsonMapper json) {
    return node == null || node.isNull() ? null : json.treeToValue(node, Object.class);
  }
}
