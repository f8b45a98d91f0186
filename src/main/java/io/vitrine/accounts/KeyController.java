package io.vitrine.accounts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vitrine.accounts.Keys.NewKey;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import io.vitrine.store.KeyRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys of programs. */
@Needs(Role.ADMIN)
@RestController
@RequestMapping(path = "/api/keys", produces = MediaType.APPLICATION_JSON_VALUE)
class KeyController {

  private final Keys keys;
  private final Audit audit;

  KeyController(Keys keys, Audit audit) {
    this.keys = keys;
    this.audit = audit;
  }

  @GetMapping
  KeyPage list() {
    List<KeyRecord> all = keys.list();
    return new KeyPage(all, all.size());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  MadeKey make(@RequestBody WantedKey wanted, Caller caller, HttpServletRequest request) {
    NewKey made =
        keys.make(
            Bodies.required(wanted.name(), "name"),
            Bodies.required(wanted.scope(), "scope"),
            caller);
    audit.write(
        caller,
        Act.KEY_MADE,
        made.key().name(),
        request.getRemoteAddr(),
        "scope " + made.key().scope().wireName());
    return new MadeKey(made.key(), made.secret());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    KeyRecord key = keys.revoke(id);
    audit.write(caller, Act.KEY_REVOKED, key.name(), request.getRemoteAddr(), null);
  }

  /** A key to be made. */
  record WantedKey(@Nullable String name, @Nullable Scope scope) {}

  /** All keys. */
  record KeyPage(List<KeyRecord> keys, long total) {}

  /** A key that was just made; its secret is shown only now. */
  record MadeKey(@JsonUnwrapped KeyRecord key, String secret) {}
}
