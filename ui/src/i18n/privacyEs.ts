import type { PrivacyMessages } from './privacyEn';

/** Los textos de la página de privacidad en español. */
export const privacyEs: PrivacyMessages = {
  title: 'Privacidad', subtitle: 'Personas borradas hasta hoy: {{erased}}; retenciones legales en vigor: {{holds}}', noRight: 'Entregar y borrar datos exige el rol de administrador.',
  person: {
    title: 'Los datos de una persona', how: 'Nombre a la persona con al menos uno de estos campos. También le pertenecen los dispositivos en los que nadie más inició sesión con la cuenta. Los identificadores de seis caracteres o más se buscan también dentro de los textos.',
    userId: 'Identificador de usuario', visitorId: 'Identificador de visitante', email: 'Correo electrónico', export: 'Entregar (NDJSON)', erase: 'Borrar…', exported: 'El archivo tiene {{shown}} eventos y registros.', failed: 'No ha funcionado: {{detail}}',
    sure: '¿Borrar a esta persona?', text: 'Se eliminan los eventos y registros de la persona, y también los gráficos, las búsquedas y los archivos subidos que la nombran. Los pedidos se quedan para la contabilidad con un nombre que no lleva a nadie. Todas las cifras se cuentan de nuevo, lo que tarda tanto como una importación. Nada devolverá los datos.',
    type: 'Escriba {{word}} para seguir', word: 'borrar', done: 'Borrado: {{events}} eventos, {{logs}} registros, {{records}} anotaciones, {{files}} archivos; {{orders}} eventos de pedido conservados sin la persona.',
  },
  retention: {
    title: 'Cuánto se guardan los registros', how: 'En días, por tipo de registro; un campo vacío los guarda siempre. Los más antiguos se eliminan una vez por hora. Los eventos de la tienda no tienen edad: su historia es la razón de ser del producto.',
    days: 'Días, {{type}}', save: 'Guardar estos plazos', saved: 'Guardado. Se eliminaron {{shown}} registros antiguos.',
    types: { transaction: 'transacciones', error: 'errores', user_behavior: 'comportamiento', performance: 'rendimiento', fraud: 'fraude', log: 'registros simples' },
  },
  holds: { title: 'Retenciones legales', how: 'Mientras haya una en vigor, no se borra ni se elimina nada.', reason: 'Motivo', begin: 'Abrir una retención', end: 'Levantar', endOf: 'Levantar la retención {{reason}}', none: 'Nunca se abrió una retención legal.', since: 'Desde {{time}}, por {{name}}', ended: 'Levantada {{time}}, por {{name}}' },
  receipts: {
    title: 'Recibos', how: 'Quién hizo qué y cuándo, sin datos de nadie.', none: 'Todavía no se ha entregado, borrado ni eliminado nada.', at: 'Cuándo', kind: 'Qué', by: 'Por', counts: 'Cuánto',
    kinds: { export: 'entregado', erasure: 'borrado', retention: 'eliminado por edad' },
    ofType: '{{type}}: {{shown}}',
    count: { events: 'eventos: {{shown}}', logs: 'registros: {{shown}}', orders_kept: 'eventos de pedido conservados: {{shown}}', files: 'archivos: {{shown}}', records: 'anotaciones: {{shown}}' },
  },
};
