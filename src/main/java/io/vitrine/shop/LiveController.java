package io.vitrine.shop;

import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Who is there now, told again every two seconds. */
@RestController
class LiveController {

  private final LiveCounter counter;

  LiveController(LiveCounter counter) {
    this.counter = counter;
  }

  /**
   * Server-sent events named now: distinct visitors of the last five minutes, events stored per
   * second since the last report, the watermark and the time.
   */
  @GetMapping(path = "/api/shop/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Needs(Role.VIEWER)
  SseEmitter live() {
    return counter.subscribe();
  }
}
