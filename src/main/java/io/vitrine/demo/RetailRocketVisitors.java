package io.vitrine.demo;

import java.util.Arrays;

/**
 * Who comes on which day: newcomers, and visitors of earlier days, some of them again and again.
 */
final class RetailRocketVisitors {

  /** One newcomer in so many becomes a regular. */
  private static final int REGULAR = 400;

  private static final double REGULARS_ALIKE = 40;
  private static final double BY_REGULARS = 0.25;

  private final Spread numbers;
  private final int[] comers;
  private final int[] starts = new int[RetailRocketDays.COUNT + 1];
  private final int[] returning = new int[RetailRocketDays.COUNT];
  private final short[] lastDay;
  private int known;

  RetailRocketVisitors(long seed, RetailRocketCounts counts, RetailRocketDays days) {
    comers = new int[counts.visitorDays()];
    lastDay = new short[counts.visitorDays()];
    Arrays.fill(lastDay, (short) -1);
    Dice dice = Dice.of(seed, 112);
    int owed = 0;
    for (int day = 0; day < RetailRocketDays.COUNT; day++) {
      owed += days.returning[day];
      returning[day] = Math.min(owed, Math.min(known, days.visitors[day]));
      owed -= returning[day];
      come(day, days.visitors[day], dice);
    }
    numbers = Spread.of(known, Dice.hash(seed, 111) >>> 40);
  }

  private void come(int day, int visitors, Dice dice) {
    int start = starts[day];
    int earlier = known;
    Popularity regulars = new Popularity(earlier / REGULAR, REGULARS_ALIKE);
    for (int count = 0; count < visitors; count++) {
      boolean again = count < returning[day];
      int visitor = again ? earlier(start, earlier, (short) day, regulars, dice) : known++;
      comers[start + count] = visitor;
      lastDay[visitor] = (short) day;
    }
    starts[day + 1] = start + visitors;
  }

  /** Somebody of an earlier day who has not come yet on this one. */
  private int earlier(int start, int earlier, short day, Popularity regulars, Dice dice) {
    int visitor =
        dice.chance(BY_REGULARS) ? regulars.draw(dice) * REGULAR : comers[recent(start, dice)];
    while (lastDay[visitor] == day) {
      visitor = (visitor + 1) % earlier;
    }
    return visitor;
  }

  /** One of the visits so far, rather a recent one: who came often comes more often. */
  private static int recent(int start, Dice dice) {
    double unit = dice.unit();
    return Math.min(start - 1, (int) (start * (1 - unit * unit)));
  }

  int returning(int day) {
    return returning[day];
  }

  /** The number of the visitor at a place of a day; those who return stand first. */
  int number(int day, int place) {
    return numbers.at(comers[starts[day] + place]);
  }
}
