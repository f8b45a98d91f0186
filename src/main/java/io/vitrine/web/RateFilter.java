package io.vitrine.web;

import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Credentials;
import io.vitrine.accounts.Load;
import io.vitrine.limits.Block;
import io.vitrine.limits.Budget;
import io.vitrine.limits.Client;
import io.vitrine.limits.Limits;
import io.vitrine.limits.Standing;
import io.vitrine.model.Problem;
import io.vitrine.model.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Counts each request against a budget and refuses those of a client that used its own up. People
 * and keys have their own wherever they are; only who is not known shares that of the address. A
 * token that does not hold makes nobody known, so inventing tokens buys no budgets. Health is
 * always answered, or a flood would have the program restarted.
 */
final class RateFilter extends OncePerRequestFilter {

  private static final String HEALTH = "/health/";
  private static final List<Budget> INGESTED =
      List.of(Budget.INGESTED_EVENTS, Budget.INGESTED_BYTES);

  private final Credentials credentials;
  private final Limits limits;
  private final Clock clock;
  private final HandlerExceptionResolver problems;

  RateFilter(
      Credentials credentials, Limits limits, Clock clock, HandlerExceptionResolver problems) {
    this.credentials = credentials;
    this.limits = limits;
    this.clock = clock;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(HEALTH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = credentials.of(request);
    Client client =
        caller.map(RateFilter::client).orElseGet(() -> Client.address(request.getRemoteAddr()));
    Budget budget = caller.map(RateFilter::budget).orElseGet(() -> budget(request));
    Standing standing = limits.take(client, limits.allowance(budget));
    describe(standing, budget, response);
    Block block = standing.block() == null ? overdrawn(client, budget) : standing.block();
    if (block != null) {
      problems.resolveException(request, response, null, refusal(block));
      return;
    }
    chain.doFilter(request, response);
    charge(client, budget, request);
  }

  private static Client client(Caller caller) {
    return caller.isKey()
        ? Client.key(caller.id(), caller.name())
        : Client.user(caller.id(), caller.name());
  }

  private static Budget budget(Caller caller) {
    if (caller.scope() == Scope.INGEST) {
      return Budget.INGEST;
    }
    return caller.isKey() ? Budget.API : Budget.SIGNED_IN;
  }

  private static Budget budget(HttpServletRequest request) {
    return Pages.isForPrograms(request.getRequestURI()) ? Budget.API : Budget.PAGES;
  }

  /** Whether earlier requests of a key brought more than it may; a fresh budget refuses nothing. */
  private @Nullable Block overdrawn(Client client, Budget budget) {
    if (budget != Budget.INGEST) {
      return null;
    }
    for (Budget ingested : INGESTED) {
      Block block = limits.take(client, limits.allowance(ingested)).block();
      if (block != null) {
        return block;
      }
    }
    return null;
  }

  private void charge(Client client, Budget budget, HttpServletRequest request) {
    if (budget == Budget.INGEST) {
      Load load = Load.of(request);
      limits.charge(client, limits.allowance(Budget.INGESTED_EVENTS), load.events() - 1);
      limits.charge(client, limits.allowance(Budget.INGESTED_BYTES), load.bytes() - 1);
    }
  }

  /** For clients that pace themselves; files of the pages need no such thing. */
  private static void describe(Standing standing, Budget budget, HttpServletResponse response) {
    if (budget != Budget.PAGES || standing.block() != null) {
      response.setHeader("RateLimit-Limit", Long.toString(standing.limit()));
      response.setHeader("RateLimit-Remaining", Long.toString(standing.remaining()));
      response.setHeader("RateLimit-Reset", Long.toString(standing.full().toSeconds()));
    }
  }

  private Problem refusal(Block block) {
    return Problem.load(
        "too_many_requests",
        block.client().name()
            + " may ask for "
            + limits.allowance(block.budget()).perMinute()
            + " a minute of "
            + block.budget().wireName()
            + " and asked for more; wait before the next request",
        Duration.between(clock.instant(), block.until()));
  }
}
