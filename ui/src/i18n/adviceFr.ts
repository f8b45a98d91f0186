import type { AdviceMessages } from './adviceEn';

export const adviceFr: AdviceMessages = {
  title: 'Recommandations',
  subtitle: 'Ce qu’on pourrait faire, d’après vos propres chiffres',
  finding: '{{count}} choses à faire d’après {{days}} ; la plus sûre apporterait {{low}} à {{high}} en quatre semaines',
  finding_one: 'Une chose à faire d’après {{days}} ; elle apporterait {{low}} à {{high}} en quatre semaines',
  none: 'Rien ne dépasse le hasard dans cette période.',
  noneHow: 'Une recommandation apparaît quand vos chiffres l’appellent : une partie qui convertit moins, une étape qui se dégrade, des acheteurs qui ne reviennent plus. Une période plus longue en dit plus.',
  note: 'Classées selon le bas de l’intervalle. Les effets portent sur quatre semaines et disent ce qu’apporterait de combler l’écart décrit ; un écart peut avoir d’autres causes que ce que vous pouvez changer. Les comparaisons sont nombreuses : elles sont corrigées pour qu’au plus 5 % de ce qui est dit soit attendu du hasard.',
  look: 'Voir les chiffres',
  interval: '{{low}} à {{high}} en quatre semaines (95 %)',
  spoken: 'Attendu {{expected}}, entre {{low}} et {{high}}',
  method: {
    difference_of_rates: 'Intervalle de la différence de deux taux', stratified_difference: 'Intervalle des taux à heure du jour égale', bootstrap_of_days: 'Intervalle de 2 000 tirages de jours', compound_poisson: 'Intervalle d’un nombre de commandes et de leurs montants',
  },
  kind: {
    product_underconverts: {
      what: 'Comprendre pourquoi {{name}} est vu mais pas acheté',
      why: 'Vu dans {{sessions}} sessions, acheté dans {{rate}} d’entre elles ; les autres produits le sont dans {{other}}.',
      how: 'Vérifiez prix, photos, disponibilité et délai sur sa page. L’effet est celui d’atteindre le taux des autres.',
    },
    step_loss: {
      what: 'Examiner l’étape de {{step}} à {{next}}',
      why: 'Sur {{sessions}} sessions, {{rate}} ont continué ; la période d’avant, {{other}}.',
      how: 'Parcourez cette étape vous-même sur un téléphone, et voyez ce qui a changé. L’effet est celui du taux d’avant.',
    },
    channel_fell: {
      what: 'Voir ce que deviennent les visiteurs venus de {{name}}',
      why: '{{rate}} de {{sessions}} sessions ont fini en achat ; la période d’avant, {{other}}.',
      how: 'Comparez campagnes, pages d’arrivée et prix annoncés. L’effet est celui du taux d’avant.',
    },
    device_gap: {
      what: 'Faciliter l’achat sur : {{name}}',
      why: 'Seules {{rate}} de {{sessions}} sessions ont fini en achat ; sur tous les autres appareils, {{other}}.',
      how: 'Essayez panier et paiement sur cet appareil. L’effet est celui de combler l’écart.',
    },
    browser_gap: {
      what: 'Essayer la boutique dans {{name}}',
      why: 'Seules {{rate}} de {{sessions}} sessions ont fini en achat ; dans les autres navigateurs du même type d’appareil ({{within}}), {{other}}.',
      how: 'Un défaut dans un seul navigateur se voit ainsi. L’effet est celui de combler l’écart.',
    },
    country_gap: {
      what: 'Voir ce qui retient les acheteurs : {{name}}',
      why: 'Seules {{rate}} de {{sessions}} sessions ont fini en achat ; de tous les autres pays, {{other}}.',
      how: 'Regardez livraison, moyens de paiement, devise et langue. L’effet est celui de combler l’écart.',
    },
    campaign_gap: {
      what: 'Revoir la campagne {{name}}',
      why: 'Seules {{rate}} de {{sessions}} sessions ont fini en achat ; pour toutes les autres campagnes, {{other}}.',
      how: 'Comparez ce qu’elle promet à la page où elle mène. L’effet est celui de combler l’écart.',
    },
    landing_page_gap: {
      what: 'Revoir la page d’arrivée {{name}}',
      why: 'Seules {{rate}} de {{sessions}} sessions commencées là ont fini en achat ; pour toutes les autres, {{other}}.',
      how: 'Montrez-y ce que ces visiteurs sont venus chercher. L’effet est celui de combler l’écart.',
    },
    refund_heavy: {
      what: 'Comprendre pourquoi {{name}} est renvoyé',
      why: '{{rate}} de son argent a été rendu sur {{orders}} commandes ; pour tous les autres produits, {{other}}.',
      how: 'Lisez les motifs de retour ; vérifiez taille, description et qualité. L’effet est celui de ne pas rendre plus que pour les autres.',
    },
    cancellations_rose: {
      what: 'Comprendre pourquoi plus de commandes sont annulées',
      why: '{{rate}} de {{orders}} commandes ont été annulées ; la période d’avant, {{other}}.',
      how: 'Regardez stock, paiement et délais. L’effet est celui du taux d’avant.',
    },
    error_hours: {
      what: 'Réparer ce qui échoue dans vos pires heures',
      why: 'Dans les {{hours}} heures à {{limit}} d’erreurs ou plus, la conversion s’écartait de {{difference}} points de celle des mêmes heures d’autres jours, sur {{sessions}} sessions.',
      how: 'Voyez quel service y échoue. L’effet est celui de convertir comme aux autres heures.',
    },
    lapsed_buyers: {
      what: 'Faire revenir {{buyers}} acheteurs jadis fidèles',
      why: 'Leur dernière commande date de {{silence}} jours en moyenne, ce qui est long pour eux : la plupart sont partis.',
      how: 'Écrivez-leur avec une raison de revenir. L’effet est celui de tous commandant comme avant, {{orders}} commandes de plus ; attendez-en une partie.',
    },
  },
};
