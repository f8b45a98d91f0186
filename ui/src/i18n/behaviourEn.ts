/** The texts of the page Behaviour in English; they come with the page. */
export const behaviourEn = {
  title: 'What do people do in the shop?',
  subtitle: 'Engagement, pages, actions and where sessions end',
  finding: 'A session has {{events}} events in {{duration}}; {{bounce}} of sessions end after one event',
  engagement: 'Engagement',
  engagementFinding: '{{events}} events a session',
  engagementFindingChange: '{{events}} events a session, {{change}} {{than}}',
  actions: 'What is done',
  actionsFinding: 'Most of all: {{name}}, {{share}} of all events',
  action: 'Action', perSession: 'Per session', share: 'Share of events',
  actionName: { views: 'Product page viewed', pages: 'Other page viewed', add_to_carts: 'Added to the cart', checkouts: 'Checkout begun', others: 'Anything else: searches, removals, orders, exposures' },
  pages: 'Pages on which sessions begin',
  pagesFinding: '{{share}} of sessions begin on {{name}}',
  kinds: 'New and returning',
  kindsFinding: '{{share}} of sessions are of: {{name}}',
  heat: 'Weeks and weekdays',
  heatOf: 'Figure',
  heatFinding: 'Highest: {{day}} with {{value}}',
  heatNote: 'Whole weeks from Monday, at least the last 14, also where the chosen period is shorter.',
  depth: 'Session depth',
  depthFinding: 'Half of the sessions have {{median}} events or fewer; one in ten has {{p90}} or more',
  depthHow: 'Events of a session.',
  duration: 'Session duration',
  durationFinding: 'Half of the sessions take {{median}} or less; one in ten takes {{p90}} or longer',
  durationHow: 'From the first to the last event of a session; with one event it is nothing.',
};

export type BehaviourMessages = typeof behaviourEn;
