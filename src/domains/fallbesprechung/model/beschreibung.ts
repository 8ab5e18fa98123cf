/** What is known of a case that may be told without telling who it is. */
export type Bekannt = {
  /** Age group and languages of the person, in words. */
  readonly alter: string | null;
  readonly sprachen: readonly string[];
  /** How many of the family the case is about besides her. */
  readonly weitere: number;
  readonly monate: number;
  readonly phase: string;
  readonly themen: readonly string[];
};

const LETTERS = "BCDEFGHIJ";

const months = (n: number): string => (n < 1 ? "wenigen Wochen" : n === 1 ? "einem Monat" : `${n} Monaten`);

/** A short description to begin with, in letters instead of names. No place, no day, no number: these tell more than they seem to. */
export function beschreibungVon({ alter, sprachen, weitere, monate, phase, themen }: Bekannt): string {
  const about = [alter, sprachen.length === 0 ? null : `spricht ${sprachen.join(", ")}`].filter((one) => one !== null);
  const who = about.length === 0 ? "Person A" : `Person A (${about.join(", ")})`;
  const family = Array.from(LETTERS.slice(0, weitere), (letter) => `Person ${letter}`);
  const others =
    family.length === 0 ? "" : ` Betroffen ${family.length === 1 ? "ist" : "sind"} auch ${family.join(", ")}.`;
  const topics = themen.length === 0 ? "" : ` Bisher ging es um: ${themen.join(", ")}.`;
  return `${who} ist seit ${months(monate)} im Case Management, Phase ${phase}.${others}${topics}`;
}
