import type { MethodsMessages } from './methodsEn';

export const methodsEs: MethodsMessages = {
  tests: 'Cómo se sacan conclusiones',
  pitfalls: 'Lo que engaña',
  checklists: 'Antes de creer una cifra',
  references: 'Referencias',
  formula: 'Fórmula', assumes: 'Vale si', trap: 'Cuidado',
  method: {
    proportions: {
      name: 'Prueba z de dos proporciones', use: '¿Cambió una tasa, convierte menos una parte?',
      formula: 'z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)), p de ambos',
      assumes: 'Los ensayos son independientes y cada lado tiene al menos unos cinco éxitos y fracasos.',
      trap: 'Las sesiones de un visitante no son del todo independientes: con muchos habituales avisa de más.',
    },
    lift: {
      name: 'Intervalo de un cambio relativo', use: '¿Cuánto mejor es una variante?',
      formula: 'cociente × exp(±z √(1/s₁ − 1/n₁ + 1/s₂ − 1/n₂)) − 1, s éxitos de n',
      assumes: 'Ensayos independientes; éxitos en ambos lados.',
      trap: 'Un intervalo en torno a cero dice «no se sabe», no «no hay diferencia».',
    },
    srm: {
      name: 'Desajuste del reparto (SRM)', use: '¿Se repartieron los visitantes como se planeó?',
      formula: 'χ² = Σ (observado − planeado)² / planeado, un grado de libertad menos que variantes',
      assumes: 'Cada visitante cuenta una vez, por la variante que vio primero.',
      trap: 'Cuando avisa, ningún resultado del experimento es fiable, sea cual sea su valor p.',
    },
    correction: {
      name: 'Corrección de Benjamini y Hochberg', use: '¿Cuáles de muchas partes destacan?',
      formula: 'los k menores valores p, k el mayor con p₍k₎ ≤ 0,05 k / m',
      assumes: 'Las pruebas son independientes o se inclinan al mismo lado.',
      trap: 'Mantiene en el 5 % la parte de falsas entre las anunciadas; no vuelve segura a ninguna.',
    },
    anomaly: {
      name: 'Días fuera de lo común', use: '¿Un día no encaja?',
      formula: '|valor − mediana| / max(1,4826 MAD, azar, 5 % de la mediana) ≥ 4,5, sobre el mismo día de ocho semanas',
      assumes: 'La semana se repite; el nivel se mueve despacio.',
      trap: 'Fiestas y campañas se salen de lo común cada año: dice eso, no por qué.',
    },
    forecast: {
      name: 'Previsión', use: '¿Qué traerán los próximos días?',
      formula: 'el modelo de menor MASE de siete; extremos: previsión + √(previsión × media) × estadísticos de orden de errores pasados',
      assumes: 'Los días por venir se dispersan como los pasados.',
      trap: 'No conoce precios, campañas ni cierres futuros. Compare la cobertura medida con el 80 y el 95 %.',
    },
    lifetime: {
      name: 'Valor esperado de los compradores', use: '¿Qué traerán aún los compradores actuales?',
      formula: 'BG/NBD para pedidos × gamma-gamma para importes, por máxima verosimilitud',
      assumes: 'Cuánto gasta alguien no depende de cada cuánto; su ritmo no cambia.',
      trap: 'Un visitante sin cuenta con otro dispositivo pasa por comprador nuevo: las repeticiones se subestiman.',
    },
    bootstrap: {
      name: 'Bootstrap de días', use: '¿Qué tan segura es una suma de dinero?',
      formula: 'percentiles 2,5 y 97,5 de la suma en 2.000 sorteos de días con reemplazo',
      assumes: 'Los días son independientes entre sí.',
      trap: 'Un solo reembolso enorme puede ser todo el efecto: mire los días.',
    },
    stratified: {
      name: 'Diferencia a igual hora del día', use: '¿Qué cuestan las horas con fallos?',
      formula: 'Σ w (p₀ − p₁) / Σ w, w = n₀ n₁ / (n₀ + n₁) por cada hora del día',
      assumes: 'A igual hora, las horas malas y las demás solo difieren en los errores.',
      trap: 'La carga causa errores y cambia a los visitantes: una causa puede estar detrás de ambos.',
    },
  },
  pitfall: {
    peeking: { name: 'Mirar antes de tiempo', text: 'Mirar cada día una prueba en marcha y pararla en el primer p bajo 0,05 da un ganador en un tercio de las pruebas sin diferencia alguna. Fije el tamaño antes o use intervalos válidos en todo momento.' },
    multiple: { name: 'Pruebas múltiples', text: 'De veinte comparaciones sin diferencia, una queda bajo 0,05 de media. Lo hallado mirando en todas partes pide una corrección o datos nuevos.' },
    seasonality: { name: 'Estacionalidad', text: 'Compare semanas enteras con semanas enteras, y diciembre con diciembre. Medio día junto a uno entero siempre es una caída.' },
    selection: { name: 'Selección', text: 'Quien usa el buscador compra más: eso no hace del buscador la razón. Quien elige hacer algo ya es distinto.' },
    novelty: { name: 'Novedad', text: 'Lo nuevo recibe clics por nuevo. Mire la segunda y la tercera semana solas antes de decidir.' },
    srm: { name: 'Desajuste del reparto', text: 'Un reparto 50 a 50 que salió 52 a 48 entre miles está roto: redirecciones, robots o consentimiento quitaron visitantes de un lado.' },
    regression: { name: 'Regresión a la media', text: 'El peor producto de un mes rara vez es el peor del siguiente, sin hacer nada. Juzgue por varios periodos.' },
    ratio: { name: 'Partes mezcladas', text: 'Una tasa puede bajar en el total y subir en cada parte, cuando llega más de las partes débiles. Separe antes de concluir.' },
  },
  check: {
    figure: { name: 'Una cifra', items: { base: '¿Qué base tiene la tasa: eventos, sesiones o visitantes?', n: '¿Sobre cuántos se apoya?', bots: '¿Quedan fuera los robots?', partial: '¿Ha terminado el último día?', refunds: '¿Vendrán aún reembolsos?' } },
    test: { name: 'Un experimento', items: { size: '¿Se fijó antes su tamaño?', split: '¿El reparto es el planeado?', weeks: '¿Duró semanas enteras?', one: '¿Se nombró una sola métrica para decidir?', guard: '¿Nada más empeoró: ingresos, errores, velocidad?' } },
    forecast: { name: 'Una previsión', items: { error: '¿Qué error tuvo en pruebas con el pasado?', naive: '¿Es mejor que repetir la semana pasada?', cover: '¿Quedó el 80 % de los días en el intervalo del 80 %?', known: '¿Llega algo que el pasado no conoce?' } },
  },
};
