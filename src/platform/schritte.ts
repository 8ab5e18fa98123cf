/** The steps that count: without those that were a slip of the hand. */
export const gueltige = <S extends { readonly zurueckgenommen: boolean }>(schritte: readonly S[]): S[] =>
  schritte.filter(({ zurueckgenommen }) => !zurueckgenommen);
