export const tablesEs = {};
