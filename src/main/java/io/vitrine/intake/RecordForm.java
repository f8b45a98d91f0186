package io.vitrine.intake;

/** In whose words a record is written. */
enum RecordForm {
  /** In ours, by somebody who knows them. */
  OURS,
  /** In a file: an object under the name of a field is kept as it is. */
  FILE,
  /**
   * By another product: the same, and what it calls an id is of what the log tells about, an order
   * or a user, and would make one log of many.
   */
  FOREIGN
}
