import type { AboutMessages } from './aboutEn';

export const aboutFr: AboutMessages = {
  title: 'À propos de Vitrine',
  subtitle: 'Ce qu’est ce programme, ce qu’il contient et de quoi il est fait',
  finding: 'La version {{version}} contient {{events}} événements du {{first}} au {{last}}',
  findingEmpty: 'Version {{version}} ; aucun événement n’est encore arrivé',
  facts: 'Faits', version: 'Version', shop: 'Boutique', events: 'Événements gardés', days: 'Jours avec visiteurs', size: 'Taille sur disque', java: 'Java', licence: 'Licence',
  data: 'Données embarquées',
  carried: {
    dbip: { name: 'IP Geolocation by DB-IP', what: 'trouve le pays d’une adresse (CC BY 4.0).' },
    crawlers: { name: 'crawler-user-agents', what: 'distingue les robots des gens (MIT).' },
    agents: { name: 'uap-core', what: 'reconnaît navigateurs, systèmes et appareils (Apache-2.0).' },
  },
  server: 'Bibliothèques du serveur', browser: 'Bibliothèques des pages',
  libraries: '{{count}} bibliothèques, chacune avec la licence qu’elle annonce', libraries_one: '{{count}} bibliothèque, avec la licence qu’elle annonce',
  library: 'Bibliothèque', unstated: 'non dite dans la bibliothèque',
};
