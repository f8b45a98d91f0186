import type { ConsoleMessages } from './consoleEn';

/** The texts of the SQL console in Spanish. */
export const consoleEs: ConsoleMessages = {
  title: 'Consola SQL',
  subtitle: 'Pregunte a {{count}} tablas de la tienda con sus propias palabras',
  subtitleAnswer: '{{rows}} en {{time}}',
  rows: '{{shown}} filas', rows_one: '{{shown}} fila',
  needs: 'La consola SQL lee eventos y pedidos uno a uno. Requiere el rol de analista: pregunte a un administrador.',
  statement: 'Instrucción', run: 'Ejecutar', keys: 'Ctrl + Intro la ejecuta',
  rules: 'Un SELECT cada vez, en el SQL de DuckDB. Lee las tablas de al lado y nada más; como máximo 10 000 filas y 15 segundos.',
  answer: 'Respuesta', noAnswer: 'La respuesta aparece aquí.', noRows: 'La instrucción no dio ninguna fila.',
  more: 'Estas son las primeras {{shown}} filas; hay más. Añada un LIMIT o cuéntelas.',
  csv: 'Descargar CSV', file: 'respuesta',
  tables: 'Tablas', history: 'Tablas del historial', stored: 'Eventos y lo que se deriva de ellos', find: 'Buscar una tabla o columna', put: 'Poner {{name}} en la instrucción', columns: '{{count}} columnas', columns_one: '{{count}} columna',
  past: 'Sus instrucciones', pastNone: 'Lo que pregunte aparece aquí, solo para usted.', forget: 'Olvidar todo', again: 'Volver a ponerla en el campo',
  took: '{{rows}}, {{time}}', ms: '{{count, number}} ms', seconds: '{{shown}} s',
  refusal: {
    table: 'No hay ninguna tabla {{what}} que pueda leer. Las tablas están al lado.', function: 'La función {{what}} no está permitida aquí.',
    one: 'Una instrucción cada vez: hay {{what}}.', kind: '{{what}} no está permitido aquí: la consola solo lee.',
  },
  problem: {
    sql_refused: 'No permitido: {{detail}}', sql_failed: 'La instrucción tiene un error: {{detail}}', sql_too_large: 'Necesita más memoria de la que puede tomar una instrucción. Pida menos de una vez: menos columnas, un LIMIT, un WHERE sobre el día.',
    sql_too_long: 'Tardó más de 15 segundos y se detuvo. Redúzcala a menos días o pregunte a una tabla del historial.', console_busy: 'Hay otra instrucción en curso. Inténtelo de nuevo en un momento.', other: 'No ha funcionado: {{detail}}',
  },
  ended: { answered: 'respondida', refused: 'no respondida' },
};
