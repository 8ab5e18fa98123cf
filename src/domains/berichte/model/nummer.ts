/** How a released report is called: "3/2026", counted per Kreis and year of its release. */
export const nummerText = (jahr: number, nummer: number): string => `${nummer}/${jahr}`;
