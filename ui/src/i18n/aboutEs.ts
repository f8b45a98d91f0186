import type { AboutMessages } from './aboutEn';

export const aboutEs: AboutMessages = {
  title: 'Acerca de Vitrine',
  subtitle: 'Qué es este programa, qué guarda y de qué está hecho',
  finding: 'La versión {{version}} guarda {{events}} eventos del {{first}} al {{last}}',
  findingEmpty: 'Versión {{version}}; aún no ha llegado ningún evento',
  facts: 'Datos', version: 'Versión', shop: 'Tienda', events: 'Eventos guardados', days: 'Días con visitantes', size: 'Tamaño en disco', java: 'Java', licence: 'Licencia',
  data: 'Datos que incluye',
  carried: {
    dbip: { name: 'IP Geolocation by DB-IP', what: 'halla el país de una dirección (CC BY 4.0).' },
    crawlers: { name: 'crawler-user-agents', what: 'distingue robots de personas (MIT).' },
    agents: { name: 'uap-core', what: 'reconoce navegadores, sistemas y dispositivos (Apache-2.0).' },
  },
  server: 'Bibliotecas del servidor', browser: 'Bibliotecas de las páginas',
  libraries: '{{count}} bibliotecas, cada una con la licencia que declara', libraries_one: '{{count}} biblioteca, con la licencia que declara',
  library: 'Biblioteca', unstated: 'no consta en la biblioteca',
};
