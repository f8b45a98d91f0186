export const tablesFr = {};
