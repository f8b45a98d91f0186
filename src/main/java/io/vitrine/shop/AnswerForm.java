package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Answer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as JSON: columns, rows of values in their order, and how it was counted. */
@Schema(name = "Answer")
public record AnswerForm(
    List<ColumnForm> columns, List<List<@Nullable Object>> rows, MetaForm meta) {

  /** A column as JSON. */
  @Schema(name = "Column")
  record ColumnForm(String name, String type, String role, @Nullable String unit) {}

  /** How it was counted, as JSON. */
  @Schema(name = "AnswerMeta")
  record MetaForm(
      long watermark,
      @Nullable Instant asOf,
      String currency,
      String zone,
      SpanForm period,
      @Nullable SpanForm comparedWith,
      boolean partial,
      String source,
      @Nullable Long total,
      List<Answer.Note> notes) {}

  /** The JSON of an answer. */
  public static AnswerForm of(Answer answer) {
    return new AnswerForm(
        answer.columns().stream().map(AnswerForm::column).toList(),
        answer.rows(),
        meta(answer.meta()));
  }

  private static ColumnForm column(Answer.Column column) {
    return new ColumnForm(
        column.name(),
        Words.write(column.type()),
        Words.write(column.role()),
        column.unit() == null ? null : Words.write(column.unit()));
  }

  private static MetaForm meta(Answer.Meta meta) {
    return new MetaForm(
        meta.watermark(),
        meta.asOf(),
        meta.currency().getCurrencyCode(),
        meta.zone().getId(),
        SpanForm.of(meta.period()),
        meta.comparedWith() == null ? null : SpanForm.of(meta.comparedWith()),
        meta.partial(),
        Words.write(meta.source()),
        meta.total(),
        meta.notes());
  }
}
