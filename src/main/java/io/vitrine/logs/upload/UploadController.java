package io.vitrine.logs.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.accounts.RequestNotes;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.UploadRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of logs. */
@RestController
@Tag(name = "uploads")
class UploadController {

  private static final int MOST = 100;
  private static final int BEGINNING = 512;
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Uploads uploads;
  private final Audit audit;

  UploadController(Uploads uploads, Audit audit) {
    this.uploads = uploads;
    this.audit = audit;
  }

  /**
   * Takes a file: JSON (a list, an object or an object a line), CSV with a line of names, or an
   * access log in the combined form; plain or gzip. It is read after the answer; the upload says
   * how far it is. The same content again is recognised and stored once.
   */
  @PostMapping("/api/logs/upload")
  @Needs(Role.ANALYST)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Upload upload(
      @RequestParam(required = false) @Nullable MultipartFile file,
      Caller caller,
      HttpServletRequest request)
      throws IOException {
    if (file == null) {
      throw Problem.caller("upload_missing", "the request has no part named file");
    }
    String name = file.getOriginalFilename();
    note(request, name, file);
    try (InputStream sent = file.getInputStream()) {
      UploadRecord upload =
          uploads.take(name == null || name.isBlank() ? "file" : name, sent, caller);
      audit.write(
          caller,
          "logs_uploaded",
          upload.filename(),
          request.getRemoteAddr(),
          upload.fileSize() + " bytes, job " + upload.id());
      return form(upload);
    }
  }

  private static void note(HttpServletRequest request, @Nullable String name, MultipartFile file)
      throws IOException {
    try (InputStream sent = file.getInputStream()) {
      RequestNotes.file(request, name == null ? "" : name, sent.readNBytes(BEGINNING));
    }
  }

  /** The newest uploads. */
  @GetMapping("/api/logs/uploads/recent")
  @Needs(Role.ANALYST)
  UploadList recent(@RequestParam(defaultValue = "20") int limit) {
    List<Upload> newest =
        uploads.newest(Math.clamp(limit, 1, MOST)).stream().map(this::form).toList();
    return new UploadList(newest, newest.size());
  }

  @GetMapping("/api/logs/uploads/{jobId}")
  @Needs(Role.ANALYST)
  Upload one(@PathVariable UUID jobId) {
    return form(uploads.one(jobId));
  }

  /** What of a file is no log: line, reason, detail, text. */
  @GetMapping(path = "/api/logs/uploads/{jobId}/rejects", produces = "text/csv")
  @Needs(Role.ANALYST)
  ResponseEntity<FileSystemResource> rejects(@PathVariable UUID jobId) {
    Path file = uploads.rejects(uploads.one(jobId).id());
    if (!Files.isRegularFile(file)) {
      throw Problem.absent("upload_without_rejects", "nothing of the upload was rejected");
    }
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("rejects.csv").build().toString())
        .body(new FileSystemResource(file));
  }

  /** Reads a file that broke off once more. */
  @PostMapping("/api/logs/uploads/{jobId}/retry")
  @Needs(Role.ANALYST)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Upload retry(@PathVariable UUID jobId, Caller caller, HttpServletRequest request) {
    UploadRecord upload = uploads.again(jobId);
    audit.write(
        caller,
        "logs_uploaded",
        upload.filename(),
        request.getRemoteAddr(),
        "job " + jobId + " again");
    return form(upload);
  }

  private Upload form(UploadRecord upload) {
    boolean done = upload.state() == UploadRecord.State.COMPLETED;
    long read = upload.accepted() + upload.duplicates() + upload.rejected();
    return new Upload(
        upload.id(),
        upload.id(),
        upload.filename(),
        upload.fileSize(),
        upload.fileType(),
        upload.state().name().toLowerCase(Locale.ROOT),
        upload.accepted(),
        upload.duplicates(),
        upload.rejected(),
        upload.replaced(),
        done ? 1 : Math.min(0.99, (double) upload.bytesDone() / Math.max(1, upload.fileSize())),
        done ? read : null,
        upload.preview().lines().toList(),
        Files.isRegularFile(uploads.rejects(upload.id())),
        upload.detail(),
        upload.ownerName(),
        upload.createdAt(),
        upload.finishedAt());
  }

  /**
   * A file of logs and what became of it.
   *
   * @param fileType json, json_list, ndjson, csv or access_log
   * @param state pending, processing, completed (every log can be searched) or failed
   * @param accepted logs that are stored
   * @param duplicates logs that were stored before
   * @param rejected records that are no logs
   * @param replacedBytes bytes that were no UTF-8, each kept as U+FFFD in a log that was stored
   * @param progress part that was read, 0 to 1
   * @param totalLines records of the file; absent while they are not known
   * @param preview the first ten records as they stand in the file
   * @param hasRejects whether what was rejected can be downloaded
   * @param detail why it failed, or same_as: and the upload of the same content
   */
  @Schema(name = "Upload")
  record Upload(
      UUID jobId,
      UUID fileId,
      String filename,
      long fileSize,
      String fileType,
      String state,
      long accepted,
      long duplicates,
      long rejected,
      long replacedBytes,
      double progress,
      @Nullable Long totalLines,
      List<String> preview,
      boolean hasRejects,
      @Nullable String detail,
      String uploadedBy,
      Instant createdAt,
      @Nullable Instant finishedAt) {}

  @Schema(name = "Uploads")
  record UploadList(List<Upload> uploads, int total) {}
}
