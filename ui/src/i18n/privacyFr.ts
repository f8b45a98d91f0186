import type { PrivacyMessages } from './privacyEn';

/** Les textes de la page de confidentialité en français. */
export const privacyFr: PrivacyMessages = {
  title: 'Confidentialité', subtitle: 'Personnes effacées à ce jour : {{erased}} ; conservations légales en vigueur : {{holds}}', noRight: 'Remettre et effacer des données demande le rôle administrateur.',
  person: {
    title: 'Les données d’une personne', how: 'Nommez la personne par l’un au moins de ces champs. Les appareils où nul autre ne s’est connecté avec le compte lui appartiennent aussi. Les identifiants d’au moins six caractères sont cherchés aussi dans les textes.',
    userId: 'Identifiant client', visitorId: 'Identifiant visiteur', email: 'Adresse e-mail', export: 'Remettre (NDJSON)', erase: 'Effacer…', exported: 'Le fichier contient {{shown}} événements et lignes de journal.', failed: 'Cela n’a pas marché : {{detail}}',
    sure: 'Effacer cette personne ?', text: 'Les événements et journaux de la personne sont supprimés, ainsi que les graphiques, recherches et fichiers envoyés qui la nomment. Les commandes restent pour la comptabilité, sous un nom qui ne mène nulle part. Tous les chiffres sont recomptés, ce qui dure autant qu’un import. Rien ne fera revenir ces données.',
    type: 'Tapez {{word}} pour continuer', word: 'effacer', done: 'Effacé : {{events}} événements, {{logs}} lignes de journal, {{records}} enregistrements, {{files}} fichiers ; {{orders}} événements de commande gardés sans la personne.',
  },
  retention: {
    title: 'Durée de conservation des journaux', how: 'En jours, par type de journal ; un champ vide les garde toujours. Les plus anciens sont supprimés une fois par heure. Les événements de la boutique n’ont pas d’âge : son histoire est la raison d’être du produit.',
    days: 'Jours, {{type}}', save: 'Garder ces durées', saved: 'C’est noté. {{shown}} lignes anciennes ont été supprimées.',
    types: { transaction: 'transactions', error: 'erreurs', user_behavior: 'comportement', performance: 'performance', fraud: 'fraude', log: 'journaux simples' },
  },
  holds: { title: 'Conservations légales', how: 'Tant que l’une est en vigueur, rien n’est effacé ni supprimé.', reason: 'Motif', begin: 'Ouvrir une conservation', end: 'Lever', endOf: 'Lever la conservation {{reason}}', none: 'Aucune conservation légale n’a jamais été ouverte.', since: 'Depuis {{time}}, par {{name}}', ended: 'Levée {{time}}, par {{name}}' },
  receipts: {
    title: 'Reçus', how: 'Qui a fait quoi et quand, sans les données de quiconque.', none: 'Rien n’a encore été remis, effacé ni supprimé.', at: 'Quand', kind: 'Quoi', by: 'Par', counts: 'Combien',
    kinds: { export: 'remis', erasure: 'effacé', retention: 'supprimé avec l’âge' },
    ofType: '{{type}} : {{shown}}',
    count: { events: 'événements : {{shown}}', logs: 'lignes : {{shown}}', orders_kept: 'événements de commande gardés : {{shown}}', files: 'fichiers : {{shown}}', records: 'enregistrements : {{shown}}' },
  },
};
