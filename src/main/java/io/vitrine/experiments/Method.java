package io.vitrine.experiments;

/** How arms are compared. */
enum Method {
  /** t test with a variance for each arm; for every kind. */
  WELCH,
  /** Two proportions, the variance of no effect. */
  Z_POOLED,
  /** Two proportions, the variance of each arm. */
  Z_UNPOOLED,
  /** Pearson's test of the table of two proportions. */
  CHI_SQUARE,
  /** The same with Yates's correction. */
  CHI_SQUARE_YATES,
  /** Fisher's exact test of two proportions. */
  FISHER,
  /** Ratio of means with Fieller's interval; its p value is Welch's. */
  FIELLER,
  /** Whether the variant is not worse than a margin allows. */
  NOT_INFERIOR,
  /** Always valid: may be looked at all the time. */
  SEQUENTIAL,
  /** A few planned looks. */
  GROUP_SEQUENTIAL,
  /** Posterior of two proportions. */
  BETA_BINOMIAL,
  /** Posterior of an effect with a normal prior; for every kind. */
  NORMAL_POSTERIOR,
  /** One proportion beside a known rate. */
  ONE_SAMPLE,
  /** The same by the exact binomial test. */
  ONE_SAMPLE_EXACT;

  boolean isPosterior() {
    return this == BETA_BINOMIAL || this == NORMAL_POSTERIOR;
  }

  boolean isOfOneSample() {
    return this == ONE_SAMPLE || this == ONE_SAMPLE_EXACT;
  }

  /** Whether it needs successes and trials. */
  boolean isOfProportions() {
    return switch (this) {
      case Z_POOLED,
          Z_UNPOOLED,
          CHI_SQUARE,
          CHI_SQUARE_YATES,
          FISHER,
          BETA_BINOMIAL,
          ONE_SAMPLE,
          ONE_SAMPLE_EXACT ->
          true;
      case WELCH, FIELLER, NOT_INFERIOR, SEQUENTIAL, GROUP_SEQUENTIAL, NORMAL_POSTERIOR -> false;
    };
  }
}
