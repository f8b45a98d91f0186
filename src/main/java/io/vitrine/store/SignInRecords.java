package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sessions of people and the hashes of their refresh tokens. Thread-safe; a change is
 * durable when the method returns.
 */
public interface SignInRecords {

  /** Starts a session with its first refresh token. */
  void start(Session session, String tokenHash);

  /**
   * Exchanges a refresh token for the next one. A token is exchanged once: whoever comes second
   * ends the session.
   */
  Exchange exchange(String oldHash, String newHash, Instant now, Instant newEnd);

  /** The account of a session that is neither ended nor expired. */
  Optional<UserRecord> userOf(UUID session, Instant now);

  /** Ends a session; nothing happens when it has ended already. */
  void end(UUID session, Instant now);

  /** Ends all sessions of a person but one. */
  void endOthers(UUID user, Optional<UUID> kept, Instant now);

  /** Sessions of a person that go on, the last one used first. */
  List<Session> list(UUID user, Instant now);

  /**
   * Ends a session of a person.
   *
   * @return false when the person has no such session that goes on
   */
  boolean endOne(UUID user, UUID session, Instant now);

  /** Forgets sessions that ended or expired before an instant. */
  void forget(Instant before);

  /**
   * A session.
   *
   * @param id part of each of its tokens
   * @param user whose it is
   * @param startedAt when the person signed in
   * @param endsAt when it ends unless it is refreshed
   * @param lastSeenAt when it was last refreshed; its start before that
   * @param address where the person signed in from
   * @param agent what the person's browser called itself; null when it did not
   */
  record Session(
      UUID id,
      UUID user,
      Instant startedAt,
      Instant endsAt,
      Instant lastSeenAt,
      String address,
      @Nullable String agent) {}

  /** What became of an exchange. */
  sealed interface Exchange {
    /** The new token holds, for this session of this account. */
    record Renewed(UUID session, UserRecord user) implements Exchange {}

    /** The token had been exchanged before; the session of this person has been ended. */
    record Reused(UUID session, UserRecord user) implements Exchange {}

    /** No such token, or its session has ended or expired. */
    record Unknown() implements Exchange {}
  }
}
