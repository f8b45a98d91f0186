export const adviceEn = {
  title: 'Recommendations',
  subtitle: 'What could be done, derived from your own figures',
  finding: '{{count}} things to do from {{days}}; the surest would bring {{low}} to {{high}} in four weeks',
  finding_one: 'One thing to do from {{days}}; it would bring {{low}} to {{high}} in four weeks',
  none: 'Nothing stands out beyond chance in this period.',
  noneHow: 'A recommendation appears when your figures call for it: a part that converts less, a step that got worse, buyers who stay away. A longer period tells more.',
  note: 'Ranked by the lower end of the interval. Effects are for four weeks and say what it would bring to close the gap that is described; differences may have other causes than what you can change. Many comparisons are made: they are corrected so that at most 5% of those told are expected to be chance.',
  look: 'Look at the figures',
  interval: '{{low}} to {{high}} in four weeks (95%)',
  spoken: 'Expected {{expected}}, between {{low}} and {{high}}',
  method: {
    difference_of_rates: 'Interval of the difference of two rates', stratified_difference: 'Interval of rates within hours of the day', bootstrap_of_days: 'Interval from 2,000 resamples of days', compound_poisson: 'Interval of a number of orders and their amounts',
  },
  kind: {
    product_underconverts: {
      what: 'Find out why {{name}} is looked at but not bought',
      why: 'Looked at in {{sessions}} sessions, bought in {{rate}} of them; other products are bought in {{other}}.',
      how: 'Check price, pictures, availability and delivery time on its page. The effect is of reaching the rate of the others.',
    },
    step_loss: {
      what: 'Look at the step from {{step}} to {{next}}',
      why: 'Of {{sessions}} sessions {{rate}} went on, in the period before it were {{other}}.',
      how: 'Walk this step yourself on a phone, and see what was changed since. The effect is of the rate you had before.',
    },
    channel_fell: {
      what: 'Check what became of visitors from {{name}}',
      why: '{{rate}} of {{sessions}} sessions ended in a purchase, in the period before it were {{other}}.',
      how: 'Compare campaigns, landing pages and the prices that were promised. The effect is of the rate you had before.',
    },
    device_gap: {
      what: 'Make buying easier on: {{name}}',
      why: 'Only {{rate}} of {{sessions}} sessions ended in a purchase, on all other devices {{other}}.',
      how: 'Test cart and checkout on this device. The effect is of closing the gap.',
    },
    browser_gap: {
      what: 'Test the shop in {{name}}',
      why: 'Only {{rate}} of {{sessions}} sessions ended in a purchase, in other browsers on the same kind of device ({{within}}) {{other}}.',
      how: 'A fault in one browser looks like this. The effect is of closing the gap.',
    },
    country_gap: {
      what: 'See what keeps buyers in {{name}} away',
      why: 'Only {{rate}} of {{sessions}} sessions ended in a purchase, from all other countries {{other}}.',
      how: 'Look at delivery, payment methods, currency and language. The effect is of closing the gap.',
    },
    campaign_gap: {
      what: 'Rework the campaign {{name}}',
      why: 'Only {{rate}} of {{sessions}} sessions ended in a purchase, of all other campaigns {{other}}.',
      how: 'Set what it promises beside the page it leads to. The effect is of closing the gap.',
    },
    landing_page_gap: {
      what: 'Rework the landing page {{name}}',
      why: 'Only {{rate}} of {{sessions}} sessions that began there ended in a purchase, of all others {{other}}.',
      how: 'Show there what these visitors came for. The effect is of closing the gap.',
    },
    refund_heavy: {
      what: 'Find out why {{name}} comes back',
      why: '{{rate}} of its money was given back over {{orders}} orders, of all other products {{other}}.',
      how: 'Read the reasons for returns; check size, description and quality. The effect is of giving back no more than for the others.',
    },
    cancellations_rose: {
      what: 'Find out why more orders are cancelled',
      why: '{{rate}} of {{orders}} orders were cancelled, in the period before it were {{other}}.',
      how: 'Look at stock, payment and delivery times. The effect is of the rate you had before.',
    },
    error_hours: {
      what: 'Mend what fails in your worst hours',
      why: 'In the {{hours}} hours with {{limit}} errors or more, conversion was {{difference}} points away from that of the same hours of other days, over {{sessions}} sessions.',
      how: 'See which service fails there. The effect is of converting as in the other hours.',
    },
    lapsed_buyers: {
      what: 'Win back {{buyers}} buyers who came back before',
      why: 'They last ordered {{silence}} days ago on average, which is long for them: most have left by now.',
      how: 'Write to them with a reason to return. The effect is of all of them ordering as they used to, {{orders}} orders more; expect a part of it.',
    },
  },
};

export type AdviceMessages = typeof adviceEn;
