export const methodsEn = {
  tests: 'How conclusions are drawn',
  pitfalls: 'What leads astray',
  checklists: 'Before you believe a figure',
  references: 'References',
  formula: 'Formula', assumes: 'Holds when', trap: 'Beware',
  method: {
    proportions: {
      name: 'Two-proportion z test', use: 'Did a rate change, does a part convert less?',
      formula: 'z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)), p over both',
      assumes: 'Trials are independent and both sides have at least some five successes and failures.',
      trap: 'Sessions of one visitor are not quite independent: with many returning visitors it calls too much.',
    },
    lift: {
      name: 'Interval of a relative change', use: 'How much better is a variant?',
      formula: 'ratio × exp(±z √(1/s₁ − 1/n₁ + 1/s₂ − 1/n₂)) − 1, s successes of n',
      assumes: 'Independent trials; both sides have successes.',
      trap: 'An interval around zero says “not known”, not “no difference”.',
    },
    srm: {
      name: 'Sample ratio mismatch', use: 'Were visitors split as planned?',
      formula: 'χ² = Σ (observed − planned)² / planned, one degree of freedom less than variants',
      assumes: 'Each visitor counts once, for the variant seen first.',
      trap: 'When it alarms, no result of that experiment can be trusted, whatever its p value.',
    },
    correction: {
      name: 'Benjamini and Hochberg’s correction', use: 'Which of many parts stand out?',
      formula: 'the k smallest p values, k the largest with p₍k₎ ≤ 0.05 k / m',
      assumes: 'Tests are independent or lean the same way.',
      trap: 'It keeps the share of false ones among those told at 5%; it does not make each of them certain.',
    },
    anomaly: {
      name: 'Days out of the ordinary', use: 'Does a day not fit?',
      formula: '|value − median| / max(1.4826 MAD, chance, 5% of the median) ≥ 4.5, over the same weekday of eight weeks',
      assumes: 'The week repeats; the level moves slowly.',
      trap: 'Feasts and campaigns are out of the ordinary every year: it says that, not why.',
    },
    forecast: {
      name: 'Forecast', use: 'What will the next days bring?',
      formula: 'the model with the smallest MASE of seven; ends: forecast + √(forecast × mean) × order statistics of past errors',
      assumes: 'The days to come scatter as the past ones did.',
      trap: 'It knows no price changes, campaigns or closures to come. Compare the measured coverage with 80 and 95%.',
    },
    lifetime: {
      name: 'Expected lifetime value', use: 'What will present buyers still bring?',
      formula: 'BG/NBD for orders × gamma-gamma for amounts, by maximum likelihood',
      assumes: 'How much somebody spends has nothing to do with how often; rates of buyers stay the same.',
      trap: 'A visitor without an account who comes with a new device counts as a new buyer, so repeats are understated.',
    },
    bootstrap: {
      name: 'Bootstrap of days', use: 'How sure is a sum of money?',
      formula: '2.5th and 97.5th percentile of the sum over 2,000 draws of days with replacement',
      assumes: 'Days are independent of each other.',
      trap: 'One very large refund can be the whole effect: look at the days.',
    },
    stratified: {
      name: 'Difference within hours of the day', use: 'What do failing hours cost?',
      formula: 'Σ w (p₀ − p₁) / Σ w, w = n₀ n₁ / (n₀ + n₁) for each hour of the day',
      assumes: 'Within an hour of the day, bad and other hours are alike but for the errors.',
      trap: 'Load makes errors and changes visitors: a cause may stand behind both.',
    },
  },
  pitfall: {
    peeking: { name: 'Peeking', text: 'Looking at a running test each day and stopping at the first p below 0.05 finds a winner in a third of tests without any difference. Fix the size before, or use intervals that hold at any time.' },
    multiple: { name: 'Multiple testing', text: 'Of twenty comparisons without any difference, one lies below 0.05 on average. What was found by looking everywhere needs a correction, or new data.' },
    seasonality: { name: 'Seasonality', text: 'Compare whole weeks with whole weeks, and December with December. Half a day beside a whole one is always a fall.' },
    selection: { name: 'Selection', text: 'Visitors who use the search buy more: that does not make the search the reason. Who chooses to do something differs already.' },
    novelty: { name: 'Novelty', text: 'What is new is clicked because it is new. Look at the second and third week alone before you decide.' },
    srm: { name: 'Sample ratio mismatch', text: 'A split of 50 to 50 that came out 52 to 48 over thousands is broken: redirects, bots or consent took visitors out of one side.' },
    regression: { name: 'Regression to the mean', text: 'The worst product of a month is rarely the worst of the next, without anything done. Judge by what it did over several periods.' },
    ratio: { name: 'Mixed parts', text: 'A rate can fall in the whole while it rises in every part, when more comes from the weaker parts. Split before you conclude.' },
  },
  check: {
    figure: { name: 'A figure', items: { base: 'Which base does the rate have: events, sessions or visitors?', n: 'On how many does it rest?', bots: 'Are robots left out?', partial: 'Is the last day over?', refunds: 'Will refunds still come?' } },
    test: { name: 'An experiment', items: { size: 'Was its size fixed before?', split: 'Does the split match the plan?', weeks: 'Did it run whole weeks?', one: 'Was one metric named as the one that decides?', guard: 'Did nothing else get worse: revenue, errors, speed?' } },
    forecast: { name: 'A forecast', items: { error: 'How large was the error in tests on the past?', naive: 'Is it better than repeating last week?', cover: 'Did 80% of days lie within the 80% interval?', known: 'Is something coming that the past does not know?' } },
  },
};

export type MethodsMessages = typeof methodsEn;
