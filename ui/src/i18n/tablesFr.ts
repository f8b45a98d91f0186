import type { TableWords } from './tables';

export const tablesFr: TableWords = {
  // Tables
  'One row per event of a visitor; a purchase has one row per order line that it names. An order that arrived twice has the rows of both events.':
    'Une ligne par événement d’un visiteur ; un achat a une ligne par ligne de commande qu’il nomme. Une commande arrivée deux fois a les lignes des deux événements.',
  'The same rows with their sessions and amounts. Each order line of the ledger gives its amount to one row, so that amounts add up whatever arrived twice.':
    'Les mêmes lignes avec leurs sessions et montants. Chaque ligne de commande du registre donne son montant à une seule ligne, pour que les sommes soient justes quoi qui arrive deux fois.',
  'One row per session, on the day on which it starts.': 'Une ligne par session, au jour où elle commence.',
  'One row per order line of the ledger, each order once, cancelled orders left out. Orders without a known visitor are in it.':
    'Une ligne par ligne de commande du registre, chaque commande une fois, sans les commandes annulées. Les commandes sans visiteur connu y sont.',
  'One row per calendar day from the first to the last with events or orders. Sessions stand on the day on which they start.':
    'Une ligne par jour du calendrier, du premier au dernier avec des événements ou des commandes. Les sessions comptent au jour où elles commencent.',
  '24 rows, one per hour of the day on the shop\'s clock.': '24 lignes, une par heure du jour à l’heure de la boutique.',
  'Four rows, one per segment of visitors by activity. A visitor\'s segment rests on the whole history, the figures on the period; orders without a known visitor are in none.':
    'Quatre lignes, une par segment de visiteurs selon leur activité. Le segment d’un visiteur repose sur tout l’historique, les chiffres sur la période ; les commandes sans visiteur connu ne sont dans aucun.',
  'One row per visitor with events in the period; what it tells of the visitor is of the whole history.':
    'Une ligne par visiteur ayant des événements dans la période ; ce qu’elle dit du visiteur vient de tout l’historique.',
  'One row per product with events or sales, with a label. Its bounds are quantiles of the products with sales: the upper quarter of revenue, of conversion, and the upper half of views.':
    'Une ligne par produit ayant des événements ou des ventes, avec une étiquette. Ses bornes sont des quantiles des produits vendus : le quart supérieur du chiffre d’affaires, de la conversion, et la moitié supérieure des vues.',
  'One row per calendar day from the first to the last with events or orders.': 'Une ligne par jour du calendrier, du premier au dernier avec des événements ou des commandes.',
  'One row per product with events or sales, the highest revenue first.': 'Une ligne par produit ayant des événements ou des ventes, le plus grand chiffre d’affaires d’abord.',
  // Columns
  '1 to 12': '1 à 12',
  'Monday to Sunday, on the shop\'s clock': 'de lundi à dimanche (en anglais), à l’heure de la boutique',
  'New, Occasional, Regular or Premium, by the visitor\'s events in the whole history; the bounds are the setting vitrine.shop.segments':
    'New, Occasional, Regular ou Premium, selon les événements du visiteur dans tout l’historique ; les bornes sont le réglage vitrine.shop.segments',
  'New, Occasional, Regular, Premium': 'New, Occasional, Regular, Premium',
  Occasional: 'dont le segment est Occasional',
  Premium: 'dont le segment est Premium',
  Regular: 'dont le segment est Regular',
  'Top Performer (upper quarter of revenue and of conversion), High Revenue (of revenue), High Conversion (of conversion), Popular (upper half of views), Low Performer, each among products with sales; No Sales. Conversion is view_to_purchase_rate':
    'Top Performer (quart supérieur du chiffre d’affaires et de la conversion), High Revenue (du chiffre d’affaires), High Conversion (de la conversion), Popular (moitié supérieure des vues), Low Performer, chacun parmi les produits vendus ; No Sales : sans vente. La conversion est view_to_purchase_rate',
  'adds to cart': 'ajouts au panier',
  'always transaction': 'toujours transaction',
  'amounts before refunds / pieces, over lines with an amount': 'montants avant remboursements / pièces, sur les lignes avec un montant',
  'amounts of orders placed on the day less refunds, whenever they were given back': 'montants des commandes passées ce jour, moins leurs remboursements, quel que soit leur jour',
  'amounts of those lines less refunds': 'montants de ces lignes moins les remboursements',
  'day of the order on the shop\'s clock': 'jour de la commande à l’heure de la boutique',
  'day on the shop\'s clock': 'jour à l’heure de la boutique',
  'day on which it starts, on the shop\'s clock': 'jour où elle commence, à l’heure de la boutique',
  'distinct products that events name': 'produits différents nommés par les événements',
  'distinct products that its events name; products inside an order\'s items are not counted': 'produits différents nommés par ses événements ; les produits à l’intérieur d’une commande ne sont pas comptés',
  'distinct sessions with events of it': 'sessions différentes avec des événements du produit',
  'distinct visitors': 'visiteurs différents',
  'distinct visitors in that hour of any day': 'visiteurs différents à cette heure, tous jours confondus',
  'distinct visitors whose segment is New': 'visiteurs différents dont le segment est New',
  'distinct visitors with events of it': 'visiteurs différents avec des événements du produit',
  'events of the visitor in the whole history (a purchase with several lines is one event)': 'événements du visiteur dans tout l’historique (un achat de plusieurs lignes est un seul événement)',
  'events of those visitors': 'événements de ces visiteurs',
  'events of visitors': 'événements des visiteurs',
  'events that name it; products inside an order\'s items are not counted': 'événements qui le nomment ; les produits à l’intérieur d’une commande ne sont pas comptés',
  'first event, on the shop\'s clock': 'premier événement, à l’heure de la boutique',
  'highest price of a piece among those lines': 'prix le plus haut d’une pièce parmi ces lignes',
  'hour of the day on the shop\'s clock, 0 to 23': 'heure du jour à l’heure de la boutique, de 0 à 23',
  'hours from the first to the last event': 'heures du premier au dernier événement',
  'id of the session, the same in data_clean; a newer engine may number them anew': 'identifiant de la session, le même dans data_clean ; un moteur plus récent peut les renuméroter',
  'id of the session, the same in sessions_enriched; a newer engine may number them anew': 'identifiant de la session, le même dans sessions_enriched ; un moteur plus récent peut les renuméroter',
  'its events': 'ses événements',
  'its first event, on the shop\'s clock': 'son premier événement, à l’heure de la boutique',
  'its last event, on the shop\'s clock': 'son dernier événement, à l’heure de la boutique',
  'its latest category id or path, where known': 'identifiant ou chemin de sa dernière catégorie, si elle est connue',
  'its latest name, where known': 'son dernier nom, s’il est connu',
  'largest order after refunds': 'plus grande commande après remboursements',
  'last event, on the shop\'s clock': 'dernier événement, à l’heure de la boutique',
  'lowest price of a piece among those lines': 'prix le plus bas d’une pièce parmi ces lignes',
  'mean of daily_revenue over this and the six calendar days before, as far as the history reaches; a day without events is zero':
    'moyenne de daily_revenue sur ce jour et les six jours d’avant, aussi loin que va l’historique ; un jour sans événement vaut zéro',
  'mean of unique_users over the same days': 'moyenne de unique_users sur les mêmes jours',
  'milliseconds since 1970': 'millisecondes depuis 1970',
  'names of the first ten events (rows of events_enriched), joined by \' -> \'': 'noms des dix premiers événements (lignes de events_enriched), joints par « -> »',
  'of a transaction: what the ledger\'s order line cost, before refunds; absent where it is unknown, where the order was cancelled, and where another row carries the line':
    'd’une transaction : ce qu’a coûté la ligne de commande du registre, avant remboursements ; absent s’il est inconnu, si la commande est annulée, ou si une autre ligne le porte',
  'of those, with a checkout': 'dont avec un passage en caisse',
  'of those, with a product view': 'dont avec une vue de produit',
  'of those, with a purchase': 'dont avec un achat',
  'of those, with an add to cart': 'dont avec un ajout au panier',
  'order id': 'numéro de commande',
  'order id again, under the name that it has in events_enriched': 'encore le numéro de commande, sous le nom qu’il a dans events_enriched',
  'order id, where the event has one': 'numéro de commande, si l’événement en a un',
  'orders with the product, each once': 'commandes avec le produit, chacune une fois',
  'orders, each once': 'commandes, chacune une fois',
  'place by total_revenue, then by product_id': 'rang selon total_revenue, puis product_id',
  product: 'produit',
  'product of the line; absent where the order names none': 'produit de la ligne ; absent si la commande n’en nomme pas',
  'product views': 'vues de produit',
  'product; of a transaction that of the order line': 'produit ; d’une transaction, celui de la ligne de commande',
  'purchased order lines': 'lignes de commande achetées',
  'purchased order lines of the row\'s product in the whole history; absent without a product': 'lignes de commande achetées de ce produit dans tout l’historique ; absent sans produit',
  'seconds from its first to its last event': 'secondes de son premier à son dernier événement',
  'sessions that start in it': 'sessions qui y commencent',
  'sessions that start in the period': 'sessions qui commencent dans la période',
  'sessions that start on the day': 'sessions qui commencent ce jour',
  'smallest order after refunds, among those with an amount': 'plus petite commande après remboursements, parmi celles avec un montant',
  'their amounts less refunds': 'leurs montants moins les remboursements',
  'total_events / those of all segments': 'total_events / ceux de tous les segments',
  'total_revenue / that of all segments': 'total_revenue / celui de tous les segments',
  'transactions / views over the same days': 'transactions / views sur les mêmes jours',
  'unique_users / those of all segments': 'unique_users / ceux de tous les segments',
  'view, addtocart or transaction (product_view, add_to_cart, purchase); other types have their own names':
    'view, addtocart ou transaction (vue de produit, ajout au panier, achat) ; les autres types gardent leur nom',
  'views of the row\'s product in the whole history; absent without a product': 'vues de ce produit dans tout l’historique ; absent sans produit',
  'visitor id': 'identifiant du visiteur',
  'visitor id; absent where the order names none': 'identifiant du visiteur ; absent si la commande n’en nomme pas',
  'week of the ISO calendar': 'semaine du calendrier ISO',
  'what the line cost, before refunds; absent where it is unknown': 'ce qu’a coûté la ligne, avant remboursements ; absent s’il est inconnu',
  'when it was placed, on the shop\'s clock': 'quand elle a été passée, à l’heure de la boutique',
  'when, on the shop\'s clock': 'quand, à l’heure de la boutique',
  'whether it is a Saturday or Sunday': 'si c’est un samedi ou un dimanche',
  'One row per imported property of a product, with its value taken apart. The period is of days of UTC.':
    'Une ligne par propriété importée d’un produit, sa valeur décomposée. La période est en jours UTC.',
  'from when on, in milliseconds since 1970':
    'à partir de quand, en millisecondes depuis 1970',
  'number or name of the property; 790 is the price':
    'numéro ou nom de la propriété ; 790 est le prix',
  'as it came':
    'telle qu’elle est arrivée',
  'numeric (one number such as n277.200), mixed (numbers among other words), multiple (several words) or text (one word)':
    'numeric (un nombre tel que n277.200), mixed (des nombres parmi d’autres mots), multiple (plusieurs mots) ou text (un mot)',
  'the first number, without its n; absent without one':
    'le premier nombre, sans son n ; absent s’il n’y en a pas',
  'the words that are no numbers; absent without one':
    'les mots qui ne sont pas des nombres ; absent s’il n’y en a pas',
  'whether the value begins with n':
    'si la valeur commence par n',
  'words of the value':
    'mots de la valeur',
};
