package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.shop.QuestionForm.FilterForm;
import io.vitrine.store.Records;
import io.vitrine.store.SavedRecord;
import io.vitrine.store.SavedRecord.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Segments that people make of filters, for themselves or for everybody. */
@RestController
@RequestMapping("/api/shop/segments")
@Needs(Role.ANALYST)
class SegmentController {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_FILTERS = 20;
  private static final TypeReference<List<FilterForm>> FILTERS = new TypeReference<>() {};

  private final Records records;
  private final Clock clock;

  SegmentController(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** The caller's own segments and those that others share, by name. */
  @GetMapping
  SegmentPage list(Caller caller) {
    List<SegmentForm> segments =
        records.saved().list(Kind.SEGMENT, caller.id()).stream()
            .map(segment -> SegmentForm.of(segment, caller))
            .toList();
    return new SegmentPage(segments, segments.size());
  }

  /** Keeps a segment; its name is the caller's own. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SegmentForm add(@RequestBody WantedSegment wanted, Caller caller) {
    Instant now = clock.instant();
    SavedRecord segment =
        new SavedRecord(
            UUID.randomUUID(),
            Kind.SEGMENT,
            caller.id(),
            caller.name(),
            wanted.given(),
            wanted.forAll(),
            wanted.content(),
            now,
            now);
    records.saved().add(segment);
    return SegmentForm.of(segment, caller);
  }

  /** Replaces name, filters and whether it is shared; only its owner or an admin may. */
  @PutMapping("/{id}")
  SegmentForm change(@PathVariable UUID id, @RequestBody WantedSegment wanted, Caller caller) {
    SavedRecord segment =
        own(records.saved().find(Kind.SEGMENT, id), id, caller)
            .with(wanted.given(), wanted.forAll(), wanted.content(), clock.instant());
    records.saved().change(segment);
    return SegmentForm.of(segment, caller);
  }

  /** Puts a segment aside, from where it can come back; only its owner or an admin may. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, Caller caller) {
    own(records.saved().find(Kind.SEGMENT, id), id, caller);
    records.saved().remove(Kind.SEGMENT, id, clock.instant());
  }

  /** Brings a removed segment back. */
  @PostMapping("/{id}/restore")
  SegmentForm restore(@PathVariable UUID id, Caller caller) {
    SavedRecord segment = own(records.saved().findRemoved(Kind.SEGMENT, id), id, caller);
    records.saved().restore(Kind.SEGMENT, id);
    return SegmentForm.of(segment, caller);
  }

  private static SavedRecord own(Optional<SavedRecord> kept, UUID id, Caller caller) {
    SavedRecord segment =
        kept.filter(found -> found.shared() || mayChange(found, caller))
            .orElseThrow(() -> Problem.absent("segment_absent", "there is no segment " + id));
    if (!mayChange(segment, caller)) {
      throw new Problem(
          "segment_of_another",
          Problem.Category.FORBIDDEN,
          "the segment "
              + segment.name()
              + " is changed by "
              + segment.ownerName()
              + " or an admin");
    }
    return segment;
  }

  private static boolean mayChange(SavedRecord segment, Caller caller) {
    return segment.ownerId().equals(caller.id()) || caller.may(Role.ADMIN);
  }

  /** All segments that a person may use. */
  @Schema(name = "SavedSegments")
  record SegmentPage(List<SegmentForm> segments, long total) {}

  /**
   * A segment as JSON.
   *
   * @param own whether the caller may change it
   */
  @Schema(name = "SavedSegment")
  record SegmentForm(
      UUID id,
      String name,
      List<FilterForm> filters,
      boolean shared,
      String owner,
      boolean own,
      Instant changedAt) {

    static SegmentForm of(SavedRecord segment, Caller caller) {
      return new SegmentForm(
          segment.id(),
          segment.name(),
          JsonMapper.shared().readValue(segment.content(), FILTERS),
          segment.shared(),
          segment.ownerName(),
          mayChange(segment, caller),
          segment.changedAt());
    }
  }

  /** A segment to be kept: a name and at least one filter. */
  @Schema(name = "WantedSegment")
  record WantedSegment(
      @Nullable String name, @Nullable List<FilterForm> filters, @Nullable Boolean shared) {

    String given() {
      String given = name == null ? "" : name.strip();
      if (given.isEmpty() || given.length() > LONGEST_NAME) {
        throw Problem.caller(
            "segment_name", "the name of a segment has 1 to 100 characters, not " + given.length());
      }
      return given;
    }

    boolean forAll() {
      return Boolean.TRUE.equals(shared);
    }

    /** The filters as they are kept, each of them understood. */
    String content() {
      List<FilterForm> conditions = filters == null ? List.of() : filters;
      if (conditions.isEmpty() || conditions.size() > MOST_FILTERS) {
        throw Problem.caller(
            "segment_filters", "a segment has 1 to 20 filters, not " + conditions.size());
      }
      return JsonMapper.shared()
          .writeValueAsString(
              conditions.stream().map(FilterForm::filter).map(FilterForm::of).toList());
    }
  }
}
