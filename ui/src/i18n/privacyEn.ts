/** The texts of the privacy page in English; they come with it. */
export const privacyEn = {
  title: 'Privacy', subtitle: 'Persons erased so far: {{erased}}; legal holds in force: {{holds}}', noRight: 'Handing out and erasing data needs the role administrator.',
  person: {
    title: 'A person’s data', how: 'Name the person by at least one of these. The devices on which nobody else ever signed in with the account belong to the person too. Ids of six characters and more are also found within texts.',
    userId: 'User id', visitorId: 'Visitor id', email: 'E-mail', export: 'Hand out (NDJSON)', erase: 'Erase…', exported: 'The file has {{shown}} events and logs.', failed: 'That did not work: {{detail}}',
    sure: 'Erase this person?', text: 'Events and logs of the person are deleted, charts, searches and uploaded files that name the person too. Orders stay for the accounts under a name that leads nowhere. All figures are counted again, which takes as long as an import. Nothing brings the data back.',
    type: 'Type {{word}} to go on', word: 'erase', done: 'Erased: {{events}} events, {{logs}} logs, {{records}} records, {{files}} files; {{orders}} order events kept without the person.',
  },
  retention: {
    title: 'How long logs are kept', how: 'Days by type of log; an empty field keeps them for ever. Older logs are dropped once an hour. Events of the shop have no age: its history is what the product is for.',
    days: 'Days, {{type}}', save: 'Keep these days', saved: 'Kept. {{shown}} old logs were dropped.',
    types: { transaction: 'transactions', error: 'errors', user_behavior: 'behaviour', performance: 'performance', fraud: 'fraud', log: 'plain logs' },
  },
  holds: { title: 'Legal holds', how: 'While one stands, nothing is erased or dropped.', reason: 'Reason', begin: 'Begin a hold', end: 'End', endOf: 'End the hold {{reason}}', none: 'No legal hold was ever made.', since: 'Since {{time}}, by {{name}}', ended: 'Ended {{time}}, by {{name}}' },
  receipts: {
    title: 'Receipts', how: 'Who did what and when, without anybody’s data.', none: 'Nothing was handed out, erased or dropped yet.', at: 'When', kind: 'What', by: 'By', counts: 'How much',
    kinds: { export: 'handed out', erasure: 'erased', retention: 'dropped with age' },
    ofType: '{{type}}: {{shown}}',
    count: { events: 'events: {{shown}}', logs: 'logs: {{shown}}', orders_kept: 'order events kept: {{shown}}', files: 'files: {{shown}}', records: 'records: {{shown}}' },
  },
};

export type PrivacyMessages = typeof privacyEn;
