export const aboutEn = {
  title: 'About Vitrine',
  subtitle: 'What this program is, what it holds, and what it is made of',
  finding: 'Version {{version}} holds {{events}} events from {{first}} to {{last}}',
  findingEmpty: 'Version {{version}}; no events have arrived yet',
  facts: 'Facts', version: 'Version', shop: 'Shop', events: 'Events stored', days: 'Days with visitors', size: 'Size on disk', java: 'Java', licence: 'Licence',
  data: 'Data it carries',
  carried: {
    dbip: { name: 'IP Geolocation by DB-IP', what: 'finds the country of an address (CC BY 4.0).' },
    crawlers: { name: 'crawler-user-agents', what: 'tells robots from people (MIT).' },
    agents: { name: 'uap-core', what: 'tells browsers, systems and devices (Apache-2.0).' },
  },
  server: 'Libraries of the server', browser: 'Libraries of the pages',
  libraries: '{{count}} libraries, each with the licence that it states itself', libraries_one: '{{count}} library, with the licence that it states itself',
  library: 'Library', unstated: 'not stated in the library',
};

export type AboutMessages = typeof aboutEn;
