declare module 'virtual:licences' {
  const shipped: { name: string; version: string; licence: string | null }[];
  export default shipped;
}
