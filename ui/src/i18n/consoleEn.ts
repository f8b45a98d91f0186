/** The texts of the SQL console in English; they come with its page. */
export const consoleEn = {
  title: 'SQL console',
  subtitle: 'Ask {{count}} tables of the shop in your own words',
  subtitleAnswer: '{{rows}} in {{time}}',
  rows: '{{shown}} rows', rows_one: '{{shown}} row',
  needs: 'The SQL console reads single events and orders. It needs the role analyst: ask an administrator.',
  statement: 'Statement', run: 'Run', keys: 'Ctrl + Enter runs it',
  rules: 'One SELECT at a time, in DuckDB’s SQL. It reads the tables beside it and nothing else; at most 10,000 rows and 15 seconds.',
  answer: 'Answer', noAnswer: 'The answer stands here.', noRows: 'The statement was answered with no rows.',
  more: 'These are the first {{shown}} rows; there are more. Add a LIMIT or count them.',
  csv: 'Download CSV', file: 'answer',
  tables: 'Tables', history: 'History tables', stored: 'Events and what is derived from them', find: 'Find a table or column', put: 'Put {{name}} into the statement', columns: '{{count}} columns', columns_one: '{{count}} column',
  past: 'Your statements', pastNone: 'What you ask stands here, for you alone.', forget: 'Forget all', again: 'Put it back into the field',
  took: '{{rows}}, {{time}}', ms: '{{count, number}} ms', seconds: '{{shown}} s',
  refusal: {
    table: 'There is no table {{what}} that you may read. The tables stand beside.', function: 'The function {{what}} is not allowed here.',
    one: 'One statement at a time: these are {{what}}.', kind: '{{what}} is not allowed here: the console only reads.',
  },
  problem: {
    sql_refused: 'Not allowed: {{detail}}', sql_failed: 'The statement is wrong: {{detail}}', sql_too_large: 'It needs more memory than one statement may take. Ask for less at once: fewer columns, a LIMIT, a WHERE on the day.',
    sql_too_long: 'It took longer than 15 seconds and was stopped. Narrow it to fewer days, or ask a history table.', console_busy: 'Another statement is running. Try again in a moment.', other: 'That did not work: {{detail}}',
  },
  ended: { answered: 'answered', refused: 'not answered' },
};

export type ConsoleMessages = typeof consoleEn;
