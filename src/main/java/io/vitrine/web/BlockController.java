package io.vitrine.web;

import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.limits.Block;
import io.vitrine.limits.Limits;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clients that have to wait because they asked for too much or guessed passwords. */
@Needs(Role.MODERATOR)
@RestController
@RequestMapping(path = "/api/security/blocks", produces = MediaType.APPLICATION_JSON_VALUE)
class BlockController {

  private final Limits limits;
  private final Audit audit;

  BlockController(Limits limits, Audit audit) {
    this.limits = limits;
    this.audit = audit;
  }

  /** All blocks that go on, the last to end first. */
  @GetMapping
  BlockPage list() {
    List<BlockForm> blocks = limits.blocks().stream().map(BlockForm::of).toList();
    return new BlockPage(blocks, blocks.size());
  }

  /** Lets a client go on at once, with a whole budget. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lift(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    Block block =
        limits
            .lift(id)
            .orElseThrow(
                () -> Problem.absent("block_absent", "there is no block " + id + " any more"));
    audit.write(
        caller,
        "block_lifted",
        block.client().name(),
        request.getRemoteAddr(),
        block.budget().wireName());
  }

  /** Blocks that go on. */
  record BlockPage(List<BlockForm> blocks, long total) {}

  /**
   * A client that has to wait.
   *
   * @param kind user, key or address
   * @param client name of the person or key, or the address, with the account that was tried there
   * @param budget what was used up
   * @param refused requests that were refused since then
   */
  record BlockForm(
      UUID id,
      String kind,
      String client,
      String budget,
      Instant since,
      Instant until,
      long refused) {

    static BlockForm of(Block block) {
      return new BlockForm(
          block.id(),
          block.client().kind().wireName(),
          block.client().name(),
          block.budget().wireName(),
          block.since(),
          block.until(),
          block.refused());
    }
  }
}
