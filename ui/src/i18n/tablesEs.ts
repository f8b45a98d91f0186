import type { TableWords } from './tables';

export const tablesEs: TableWords = {
  // Tables
  'One row per event of a visitor; a purchase has one row per order line that it names. An order that arrived twice has the rows of both events.':
    'Una fila por evento de un visitante; una compra tiene una fila por línea de pedido que nombra. Un pedido que llegó dos veces tiene las filas de ambos eventos.',
  'The same rows with their sessions and amounts. Each order line of the ledger gives its amount to one row, so that amounts add up whatever arrived twice.':
    'Las mismas filas con sus sesiones e importes. Cada línea de pedido del libro da su importe a una sola fila, para que las sumas sean correctas aunque algo llegue dos veces.',
  'One row per session, on the day on which it starts.': 'Una fila por sesión, en el día en que empieza.',
  'One row per order line of the ledger, each order once, cancelled orders left out. Orders without a known visitor are in it.':
    'Una fila por línea de pedido del libro, cada pedido una vez, sin los pedidos cancelados. Incluye los pedidos sin visitante conocido.',
  'One row per calendar day from the first to the last with events or orders. Sessions stand on the day on which they start.':
    'Una fila por día del calendario, del primero al último con eventos o pedidos. Las sesiones cuentan en el día en que empiezan.',
  '24 rows, one per hour of the day on the shop\'s clock.': '24 filas, una por hora del día según el reloj de la tienda.',
  'Four rows, one per segment of visitors by activity. A visitor\'s segment rests on the whole history, the figures on the period; orders without a known visitor are in none.':
    'Cuatro filas, una por segmento de visitantes según su actividad. El segmento de un visitante se basa en todo el historial, las cifras en el periodo; los pedidos sin visitante conocido no están en ninguno.',
  'One row per visitor with events in the period; what it tells of the visitor is of the whole history.':
    'Una fila por visitante con eventos en el periodo; lo que dice del visitante es de todo el historial.',
  'One row per product with events or sales, with a label. Its bounds are quantiles of the products with sales: the upper quarter of revenue, of conversion, and the upper half of views.':
    'Una fila por producto con eventos o ventas, con una etiqueta. Sus límites son cuantiles de los productos con ventas: el cuarto superior de ingresos, de conversión, y la mitad superior de vistas.',
  'One row per calendar day from the first to the last with events or orders.': 'Una fila por día del calendario, del primero al último con eventos o pedidos.',
  'One row per product with events or sales, the highest revenue first.': 'Una fila por producto con eventos o ventas, los mayores ingresos primero.',
  // Columns
  '1 to 12': '1 a 12',
  'Monday to Sunday, on the shop\'s clock': 'de lunes a domingo (en inglés), según el reloj de la tienda',
  'New, Occasional, Regular or Premium, by the visitor\'s events in the whole history; the bounds are the setting vitrine.shop.segments':
    'New, Occasional, Regular o Premium, según los eventos del visitante en todo el historial; los límites son el ajuste vitrine.shop.segments',
  'New, Occasional, Regular, Premium': 'New, Occasional, Regular, Premium',
  Occasional: 'cuyo segmento es Occasional',
  Premium: 'cuyo segmento es Premium',
  Regular: 'cuyo segmento es Regular',
  'Top Performer (upper quarter of revenue and of conversion), High Revenue (of revenue), High Conversion (of conversion), Popular (upper half of views), Low Performer, each among products with sales; No Sales. Conversion is view_to_purchase_rate':
    'Top Performer (cuarto superior de ingresos y de conversión), High Revenue (de ingresos), High Conversion (de conversión), Popular (mitad superior de vistas), Low Performer, cada uno entre los productos con ventas; No Sales: sin ventas. La conversión es view_to_purchase_rate',
  'adds to cart': 'añadidos al carrito',
  'always transaction': 'siempre transaction',
  'amounts before refunds / pieces, over lines with an amount': 'importes antes de reembolsos / unidades, en las líneas con importe',
  'amounts of orders placed on the day less refunds, whenever they were given back': 'importes de los pedidos hechos ese día menos sus reembolsos, sea cual sea el día de estos',
  'amounts of those lines less refunds': 'importes de esas líneas menos los reembolsos',
  'day of the order on the shop\'s clock': 'día del pedido según el reloj de la tienda',
  'day on the shop\'s clock': 'día según el reloj de la tienda',
  'day on which it starts, on the shop\'s clock': 'día en que empieza, según el reloj de la tienda',
  'distinct products that events name': 'productos distintos que nombran los eventos',
  'distinct products that its events name; products inside an order\'s items are not counted': 'productos distintos que nombran sus eventos; los productos dentro de un pedido no se cuentan',
  'distinct sessions with events of it': 'sesiones distintas con eventos del producto',
  'distinct visitors': 'visitantes distintos',
  'distinct visitors in that hour of any day': 'visitantes distintos a esa hora de cualquier día',
  'distinct visitors whose segment is New': 'visitantes distintos cuyo segmento es New',
  'distinct visitors with events of it': 'visitantes distintos con eventos del producto',
  'events of the visitor in the whole history (a purchase with several lines is one event)': 'eventos del visitante en todo el historial (una compra de varias líneas es un solo evento)',
  'events of those visitors': 'eventos de esos visitantes',
  'events of visitors': 'eventos de visitantes',
  'events that name it; products inside an order\'s items are not counted': 'eventos que lo nombran; los productos dentro de un pedido no se cuentan',
  'first event, on the shop\'s clock': 'primer evento, según el reloj de la tienda',
  'highest price of a piece among those lines': 'precio más alto de una unidad entre esas líneas',
  'hour of the day on the shop\'s clock, 0 to 23': 'hora del día según el reloj de la tienda, de 0 a 23',
  'hours from the first to the last event': 'horas del primer al último evento',
  'id of the session, the same in data_clean; a newer engine may number them anew': 'identificador de la sesión, el mismo en data_clean; un motor más nuevo puede numerarlas de nuevo',
  'id of the session, the same in sessions_enriched; a newer engine may number them anew': 'identificador de la sesión, el mismo en sessions_enriched; un motor más nuevo puede numerarlas de nuevo',
  'its events': 'sus eventos',
  'its first event, on the shop\'s clock': 'su primer evento, según el reloj de la tienda',
  'its last event, on the shop\'s clock': 'su último evento, según el reloj de la tienda',
  'its latest category id or path, where known': 'identificador o ruta de su última categoría, si se conoce',
  'its latest name, where known': 'su último nombre, si se conoce',
  'largest order after refunds': 'pedido más grande después de reembolsos',
  'last event, on the shop\'s clock': 'último evento, según el reloj de la tienda',
  'lowest price of a piece among those lines': 'precio más bajo de una unidad entre esas líneas',
  'mean of daily_revenue over this and the six calendar days before, as far as the history reaches; a day without events is zero':
    'media de daily_revenue en este día y los seis anteriores, hasta donde llega el historial; un día sin eventos es cero',
  'mean of unique_users over the same days': 'media de unique_users en los mismos días',
  'milliseconds since 1970': 'milisegundos desde 1970',
  'names of the first ten events (rows of events_enriched), joined by \' -> \'': 'nombres de los diez primeros eventos (filas de events_enriched), unidos por « -> »',
  'of a transaction: what the ledger\'s order line cost, before refunds; absent where it is unknown, where the order was cancelled, and where another row carries the line':
    'de una transacción: lo que costó la línea de pedido del libro, antes de reembolsos; ausente si se desconoce, si el pedido se canceló o si otra fila lleva la línea',
  'of those, with a checkout': 'de ellas, con un paso por caja',
  'of those, with a product view': 'de ellas, con una vista de producto',
  'of those, with a purchase': 'de ellas, con una compra',
  'of those, with an add to cart': 'de ellas, con un añadido al carrito',
  'order id': 'número de pedido',
  'order id again, under the name that it has in events_enriched': 'otra vez el número de pedido, con el nombre que tiene en events_enriched',
  'order id, where the event has one': 'número de pedido, si el evento lo tiene',
  'orders with the product, each once': 'pedidos con el producto, cada uno una vez',
  'orders, each once': 'pedidos, cada uno una vez',
  'place by total_revenue, then by product_id': 'puesto según total_revenue, luego product_id',
  product: 'producto',
  'product of the line; absent where the order names none': 'producto de la línea; ausente si el pedido no nombra ninguno',
  'product views': 'vistas de producto',
  'product; of a transaction that of the order line': 'producto; de una transacción, el de la línea de pedido',
  'purchased order lines': 'líneas de pedido compradas',
  'purchased order lines of the row\'s product in the whole history; absent without a product': 'líneas de pedido compradas de ese producto en todo el historial; ausente sin producto',
  'seconds from its first to its last event': 'segundos de su primer a su último evento',
  'sessions that start in it': 'sesiones que empiezan en ella',
  'sessions that start in the period': 'sesiones que empiezan en el periodo',
  'sessions that start on the day': 'sesiones que empiezan ese día',
  'smallest order after refunds, among those with an amount': 'pedido más pequeño después de reembolsos, entre los que tienen importe',
  'their amounts less refunds': 'sus importes menos los reembolsos',
  'total_events / those of all segments': 'total_events / los de todos los segmentos',
  'total_revenue / that of all segments': 'total_revenue / el de todos los segmentos',
  'transactions / views over the same days': 'transactions / views en los mismos días',
  'unique_users / those of all segments': 'unique_users / los de todos los segmentos',
  'view, addtocart or transaction (product_view, add_to_cart, purchase); other types have their own names':
    'view, addtocart o transaction (vista de producto, añadido al carrito, compra); los demás tipos conservan su nombre',
  'views of the row\'s product in the whole history; absent without a product': 'vistas de ese producto en todo el historial; ausente sin producto',
  'visitor id': 'identificador del visitante',
  'visitor id; absent where the order names none': 'identificador del visitante; ausente si el pedido no nombra ninguno',
  'week of the ISO calendar': 'semana del calendario ISO',
  'what the line cost, before refunds; absent where it is unknown': 'lo que costó la línea, antes de reembolsos; ausente si se desconoce',
  'when it was placed, on the shop\'s clock': 'cuándo se hizo, según el reloj de la tienda',
  'when, on the shop\'s clock': 'cuándo, según el reloj de la tienda',
  'whether it is a Saturday or Sunday': 'si es sábado o domingo',
  'One row per imported property of a product, with its value taken apart. The period is of days of UTC.':
    'Una fila por propiedad importada de un producto, con su valor descompuesto. El período es de días UTC.',
  'from when on, in milliseconds since 1970':
    'desde cuándo, en milisegundos desde 1970',
  'number or name of the property; 790 is the price':
    'número o nombre de la propiedad; 790 es el precio',
  'as it came':
    'tal como llegó',
  'numeric (one number such as n277.200), mixed (numbers among other words), multiple (several words) or text (one word)':
    'numeric (un número como n277.200), mixed (números entre otras palabras), multiple (varias palabras) o text (una palabra)',
  'the first number, without its n; absent without one':
    'el primer número, sin su n; ausente si no hay ninguno',
  'the words that are no numbers; absent without one':
    'las palabras que no son números; ausente si no hay ninguna',
  'whether the value begins with n':
    'si el valor empieza por n',
  'words of the value':
    'palabras del valor',
};
