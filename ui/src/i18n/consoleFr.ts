import type { ConsoleMessages } from './consoleEn';

/** The texts of the SQL console in French. */
export const consoleFr: ConsoleMessages = {
  title: 'Console SQL',
  subtitle: 'Interrogez {{count}} tables de la boutique avec vos propres mots',
  subtitleAnswer: '{{rows}} en {{time}}',
  rows: '{{shown}} lignes', rows_one: '{{shown}} ligne',
  needs: 'La console SQL lit des événements et des commandes un à un. Elle demande le rôle analyste : adressez-vous à un administrateur.',
  statement: 'Instruction', run: 'Exécuter', keys: 'Ctrl + Entrée l’exécute',
  rules: 'Un SELECT à la fois, dans le SQL de DuckDB. Il lit les tables ci-contre et rien d’autre ; au plus 10 000 lignes et 15 secondes.',
  answer: 'Réponse', noAnswer: 'La réponse apparaît ici.', noRows: 'L’instruction n’a donné aucune ligne.',
  more: 'Voici les {{shown}} premières lignes ; il y en a davantage. Ajoutez un LIMIT ou comptez-les.',
  csv: 'Télécharger en CSV', file: 'reponse',
  tables: 'Tables', history: 'Tables de l’historique', stored: 'Événements et ce qui en est dérivé', find: 'Chercher une table ou une colonne', put: 'Insérer {{name}} dans l’instruction', columns: '{{count}} colonnes', columns_one: '{{count}} colonne',
  past: 'Vos instructions', pastNone: 'Ce que vous demandez apparaît ici, pour vous seul.', forget: 'Tout oublier', again: 'Remettre dans le champ',
  took: '{{rows}}, {{time}}', ms: '{{count, number}} ms', seconds: '{{shown}} s',
  refusal: {
    table: 'Il n’y a pas de table {{what}} que vous puissiez lire. Les tables sont listées à côté.', function: 'La fonction {{what}} n’est pas permise ici.',
    one: 'Une instruction à la fois : il y en a {{what}}.', kind: '{{what}} n’est pas permis ici : la console ne fait que lire.',
  },
  problem: {
    sql_refused: 'Non autorisé : {{detail}}', sql_failed: 'L’instruction est fautive : {{detail}}', sql_too_large: 'Il lui faut plus de mémoire qu’une instruction n’en peut prendre. Demandez moins à la fois : moins de colonnes, un LIMIT, un WHERE sur le jour.',
    sql_too_long: 'Elle a duré plus de 15 secondes et a été arrêtée. Restreignez-la à moins de jours, ou interrogez une table de l’historique.', console_busy: 'Une autre instruction est en cours. Réessayez dans un instant.', other: 'Cela n’a pas fonctionné : {{detail}}',
  },
  ended: { answered: 'exécutée', refused: 'non exécutée' },
};
