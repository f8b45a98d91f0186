import type { MethodsMessages } from './methodsEn';

export const methodsFr: MethodsMessages = {
  tests: 'Comment les conclusions sont tirées',
  pitfalls: 'Ce qui égare',
  checklists: 'Avant de croire un chiffre',
  references: 'Références',
  formula: 'Formule', assumes: 'Vaut si', trap: 'Attention',
  method: {
    proportions: {
      name: 'Test z de deux proportions', use: 'Un taux a-t-il changé, une partie convertit-elle moins ?',
      formula: 'z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)), p sur les deux',
      assumes: 'Les essais sont indépendants et chaque côté compte au moins cinq réussites et échecs environ.',
      trap: 'Les sessions d’un même visiteur ne sont pas tout à fait indépendantes : avec beaucoup d’habitués, il signale trop.',
    },
    lift: {
      name: 'Intervalle d’un changement relatif', use: 'De combien une variante est-elle meilleure ?',
      formula: 'rapport × exp(±z √(1/s₁ − 1/n₁ + 1/s₂ − 1/n₂)) − 1, s réussites sur n',
      assumes: 'Essais indépendants ; des réussites des deux côtés.',
      trap: 'Un intervalle autour de zéro veut dire « on ne sait pas », pas « aucune différence ».',
    },
    srm: {
      name: 'Écart de répartition (SRM)', use: 'Les visiteurs ont-ils été répartis comme prévu ?',
      formula: 'χ² = Σ (observé − prévu)² / prévu, un degré de liberté de moins que de variantes',
      assumes: 'Chaque visiteur compte une fois, pour la variante vue en premier.',
      trap: 'Quand il alerte, aucun résultat de l’expérience n’est fiable, quelle que soit sa valeur p.',
    },
    correction: {
      name: 'Correction de Benjamini et Hochberg', use: 'Lesquelles de nombreuses parties se distinguent ?',
      formula: 'les k plus petites valeurs p, k le plus grand tel que p₍k₎ ≤ 0,05 k / m',
      assumes: 'Les tests sont indépendants ou penchent du même côté.',
      trap: 'Elle tient à 5 % la part de fausses parmi celles qu’on annonce ; aucune n’en devient certaine.',
    },
    anomaly: {
      name: 'Jours hors de l’ordinaire', use: 'Un jour détonne-t-il ?',
      formula: '|valeur − médiane| / max(1,4826 MAD, hasard, 5 % de la médiane) ≥ 4,5, sur le même jour de huit semaines',
      assumes: 'La semaine se répète ; le niveau bouge lentement.',
      trap: 'Fêtes et campagnes détonnent chaque année : il dit cela, pas pourquoi.',
    },
    forecast: {
      name: 'Prévision', use: 'Qu’apporteront les prochains jours ?',
      formula: 'le modèle au plus petit MASE parmi sept ; bornes : prévision + √(prévision × moyenne) × statistiques d’ordre des erreurs passées',
      assumes: 'Les jours à venir se dispersent comme les jours passés.',
      trap: 'Elle ignore les prix, campagnes ou fermetures à venir. Comparez la couverture mesurée à 80 et 95 %.',
    },
    lifetime: {
      name: 'Valeur attendue des acheteurs', use: 'Qu’apporteront encore les acheteurs actuels ?',
      formula: 'BG/NBD pour les commandes × gamma-gamma pour les montants, par maximum de vraisemblance',
      assumes: 'Ce qu’on dépense est sans lien avec la fréquence ; le rythme de chacun reste le même.',
      trap: 'Un visiteur sans compte venu d’un nouvel appareil passe pour un nouvel acheteur : les retours sont sous-estimés.',
    },
    bootstrap: {
      name: 'Bootstrap des jours', use: 'Quelle est la certitude d’une somme ?',
      formula: '2,5ᵉ et 97,5ᵉ centiles de la somme sur 2 000 tirages de jours avec remise',
      assumes: 'Les jours sont indépendants les uns des autres.',
      trap: 'Un seul très gros remboursement peut faire tout l’effet : regardez les jours.',
    },
    stratified: {
      name: 'Différence à heure du jour égale', use: 'Que coûtent les heures en panne ?',
      formula: 'Σ w (p₀ − p₁) / Σ w, w = n₀ n₁ / (n₀ + n₁) pour chaque heure du jour',
      assumes: 'À heure du jour égale, les mauvaises heures ne diffèrent des autres que par les erreurs.',
      trap: 'La charge fait des erreurs et change les visiteurs : une cause peut être derrière les deux.',
    },
  },
  pitfall: {
    peeking: { name: 'Regarder trop tôt', text: 'Regarder un test chaque jour et l’arrêter au premier p sous 0,05 trouve un gagnant dans un tiers des tests sans aucune différence. Fixez la taille avant, ou prenez des intervalles valables à tout moment.' },
    multiple: { name: 'Tests multiples', text: 'Sur vingt comparaisons sans aucune différence, une passe sous 0,05 en moyenne. Ce qu’on a trouvé en regardant partout demande une correction, ou de nouvelles données.' },
    seasonality: { name: 'Saisonnalité', text: 'Comparez des semaines entières à des semaines entières, et décembre à décembre. Une demi-journée à côté d’une entière est toujours une chute.' },
    selection: { name: 'Sélection', text: 'Ceux qui cherchent achètent plus : la recherche n’en est pas la raison pour autant. Qui choisit de faire une chose diffère déjà.' },
    novelty: { name: 'Nouveauté', text: 'On clique sur le neuf parce qu’il est neuf. Regardez la deuxième et la troisième semaine seules avant de décider.' },
    srm: { name: 'Écart de répartition', text: 'Un partage 50 / 50 devenu 52 / 48 sur des milliers est cassé : redirections, robots ou consentement ont ôté des visiteurs d’un côté.' },
    regression: { name: 'Retour à la moyenne', text: 'Le pire produit d’un mois est rarement le pire du suivant, sans qu’on ait rien fait. Jugez sur plusieurs périodes.' },
    ratio: { name: 'Parts mêlées', text: 'Un taux peut baisser au total et monter dans chaque partie, quand il en vient plus des parties faibles. Séparez avant de conclure.' },
  },
  check: {
    figure: { name: 'Un chiffre', items: { base: 'Quelle est la base du taux : événements, sessions ou visiteurs ?', n: 'Sur combien repose-t-il ?', bots: 'Les robots sont-ils exclus ?', partial: 'Le dernier jour est-il fini ?', refunds: 'Des remboursements viendront-ils encore ?' } },
    test: { name: 'Une expérience', items: { size: 'Sa taille était-elle fixée avant ?', split: 'La répartition est-elle celle prévue ?', weeks: 'A-t-elle duré des semaines entières ?', one: 'Une seule mesure était-elle désignée pour décider ?', guard: 'Rien d’autre n’a-t-il empiré : chiffre d’affaires, erreurs, vitesse ?' } },
    forecast: { name: 'Une prévision', items: { error: 'Quelle erreur faisait-elle, essayée sur le passé ?', naive: 'Fait-elle mieux que répéter la semaine passée ?', cover: '80 % des jours étaient-ils dans l’intervalle à 80 % ?', known: 'Arrive-t-il quelque chose que le passé ignore ?' } },
  },
};
