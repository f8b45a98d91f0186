import type { AdviceMessages } from './adviceEn';

export const adviceEs: AdviceMessages = {
  title: 'Recomendaciones',
  subtitle: 'Qué se podría hacer, según sus propias cifras',
  finding: '{{count}} cosas por hacer según {{days}}; la más segura traería de {{low}} a {{high}} en cuatro semanas',
  finding_one: 'Una cosa por hacer según {{days}}; traería de {{low}} a {{high}} en cuatro semanas',
  none: 'Nada supera el azar en este periodo.',
  noneHow: 'Una recomendación aparece cuando sus cifras la piden: una parte que convierte menos, un paso que empeora, compradores que no vuelven. Un periodo más largo dice más.',
  note: 'Ordenadas por el extremo inferior del intervalo. Los efectos son de cuatro semanas y dicen qué traería cerrar la brecha descrita; una diferencia puede tener otras causas que lo que usted puede cambiar. Se hacen muchas comparaciones: se corrigen para que como mucho el 5 % de lo dicho sea de esperar por azar.',
  look: 'Ver las cifras',
  interval: 'de {{low}} a {{high}} en cuatro semanas (95 %)',
  spoken: 'Esperado {{expected}}, entre {{low}} y {{high}}',
  method: {
    difference_of_rates: 'Intervalo de la diferencia de dos tasas', stratified_difference: 'Intervalo de tasas a igual hora del día', bootstrap_of_days: 'Intervalo de 2.000 remuestreos de días', compound_poisson: 'Intervalo de un número de pedidos y sus importes',
  },
  kind: {
    product_underconverts: {
      what: 'Averiguar por qué {{name}} se mira y no se compra',
      why: 'Visto en {{sessions}} sesiones, comprado en el {{rate}} de ellas; los demás productos, en el {{other}}.',
      how: 'Revise precio, fotos, disponibilidad y plazo en su página. El efecto es el de alcanzar la tasa de los demás.',
    },
    step_loss: {
      what: 'Mirar el paso de {{step}} a {{next}}',
      why: 'De {{sessions}} sesiones siguió el {{rate}}; en el periodo anterior, el {{other}}.',
      how: 'Recorra este paso usted mismo en un teléfono y vea qué cambió. El efecto es el de la tasa de antes.',
    },
    channel_fell: {
      what: 'Ver qué pasa con los visitantes de {{name}}',
      why: 'El {{rate}} de {{sessions}} sesiones acabó en compra; en el periodo anterior, el {{other}}.',
      how: 'Compare campañas, páginas de llegada y precios prometidos. El efecto es el de la tasa de antes.',
    },
    device_gap: {
      what: 'Facilitar la compra en: {{name}}',
      why: 'Solo el {{rate}} de {{sessions}} sesiones acabó en compra; en los demás dispositivos, el {{other}}.',
      how: 'Pruebe carrito y pago en este dispositivo. El efecto es el de cerrar la brecha.',
    },
    browser_gap: {
      what: 'Probar la tienda en {{name}}',
      why: 'Solo el {{rate}} de {{sessions}} sesiones acabó en compra; en otros navegadores del mismo tipo de dispositivo ({{within}}), el {{other}}.',
      how: 'Así se ve un fallo en un solo navegador. El efecto es el de cerrar la brecha.',
    },
    country_gap: {
      what: 'Ver qué frena a los compradores de {{name}}',
      why: 'Solo el {{rate}} de {{sessions}} sesiones acabó en compra; de los demás países, el {{other}}.',
      how: 'Mire envío, medios de pago, moneda e idioma. El efecto es el de cerrar la brecha.',
    },
    campaign_gap: {
      what: 'Rehacer la campaña {{name}}',
      why: 'Solo el {{rate}} de {{sessions}} sesiones acabó en compra; en las demás campañas, el {{other}}.',
      how: 'Compare lo que promete con la página a la que lleva. El efecto es el de cerrar la brecha.',
    },
    landing_page_gap: {
      what: 'Rehacer la página de llegada {{name}}',
      why: 'Solo el {{rate}} de {{sessions}} sesiones iniciadas allí acabó en compra; en las demás, el {{other}}.',
      how: 'Muestre allí lo que buscan esos visitantes. El efecto es el de cerrar la brecha.',
    },
    refund_heavy: {
      what: 'Averiguar por qué se devuelve {{name}}',
      why: 'Se devolvió el {{rate}} de su dinero en {{orders}} pedidos; en los demás productos, el {{other}}.',
      how: 'Lea los motivos; revise talla, descripción y calidad. El efecto es el de no devolver más que en los demás.',
    },
    cancellations_rose: {
      what: 'Averiguar por qué se cancelan más pedidos',
      why: 'Se canceló el {{rate}} de {{orders}} pedidos; en el periodo anterior, el {{other}}.',
      how: 'Mire existencias, pago y plazos. El efecto es el de la tasa de antes.',
    },
    error_hours: {
      what: 'Reparar lo que falla en sus peores horas',
      why: 'En las {{hours}} horas con {{limit}} de errores o más, la conversión distó {{difference}} puntos de la de las mismas horas de otros días, en {{sessions}} sesiones.',
      how: 'Vea qué servicio falla ahí. El efecto es el de convertir como en las demás horas.',
    },
    lapsed_buyers: {
      what: 'Recuperar a {{buyers}} compradores que antes volvían',
      why: 'Su último pedido fue hace {{silence}} días de media, mucho para ellos: la mayoría ya se fue.',
      how: 'Escríbales con un motivo para volver. El efecto es el de que todos pidan como antes, {{orders}} pedidos más; espere una parte.',
    },
  },
};
