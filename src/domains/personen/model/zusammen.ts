import { z } from "zod";

/** One merging that holds: who is not shown any more, and in whom she went. */
export type Verbindung = { readonly person: string; readonly in: string };

/** Who is shown for each of some persons, out of the mergings that hold; whoever went into nobody is shown herself. */
export function gezeigte(personen: Iterable<string>, gelten: readonly Verbindung[]): Map<string, string> {
  const next = new Map(gelten.map((one) => [one.person, one.in]));
  const last = (id: string): string => {
    const into = next.get(id);
    return into === undefined ? id : last(into);
  };
  return new Map([...personen].map((id) => [id, last(id)]));
}

/** Whoever went into a person, over any number of steps, she herself first. */
export function mitAllen(person: string, gelten: readonly Verbindung[]): string[] {
  const all = [person];
  for (const one of all)
    all.push(...gelten.filter((v) => v.in === one && !all.includes(v.person)).map((v) => v.person));
  return all;
}

/** The way from a person over those she went into to the one that is shown, she herself first. */
export function weg(person: string, gelten: readonly Verbindung[]): string[] {
  const into = gelten.find((v) => v.person === person)?.in;
  return into === undefined ? [person] : [person, ...weg(into, gelten)];
}

/** A value as it is written down: text, number, yes or no, a day; null where nothing was said. Rows of a table are a list. */
export const Wert = z.json();
export type Wert = z.output<typeof Wert>;

/** What is said about a person, by the name of its column or table. */
export type Werte = Readonly<Record<string, Wert>>;

export const gleich = (a: Wert | undefined, b: Wert | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Whether nothing is said. */
export const istLeer = (wert: Wert | undefined): boolean =>
  wert === undefined || wert === null || wert === false || (Array.isArray(wert) && wert.length === 0);

/** What a person said before she was shown for another one, and after what was chosen then; by field. */
export const Stand = z.record(
  z.string(),
  z.object({ davor: z.record(z.string(), Wert), danach: z.record(z.string(), Wert) }),
);
export type Stand = z.output<typeof Stand>;

/**
 * What is asked about a person side by side: columns of `kim.person` that belong together, or a table of values of hers. Every column
 * that a page may change stands in exactly one (zusammen.test.ts).
 */
export type Feld = { readonly feld: string; readonly label: string; readonly teile: readonly string[] };

export const FELDER: readonly Feld[] = [
  { feld: "name", label: "Name", teile: ["name"] },
  {
    feld: "geburt",
    label: "Geburt",
    teile: ["geburtsdatum", "geburtsjahr", "geburt_geschaetzt", "altersgruppe"],
  },
  { feld: "geschlecht", label: "Geschlecht", teile: ["geschlecht"] },
  { feld: "kontakte", label: "Erreichbarkeit", teile: ["kim.person_kontakt"] },
  { feld: "gespraech", label: "Gespräch auf", teile: ["verstaendigungssprache", "sprachmittlung"] },
  { feld: "sprachen", label: "Sprachen", teile: ["kim.person_sprache"] },
  { feld: "ags", label: "Wohnt in", teile: ["ags"] },
  { feld: "anschrift", label: "Anschrift", teile: ["anschrift"] },
  { feld: "unterkunftsart", label: "Wohnt wie", teile: ["unterkunftsart"] },
  { feld: "staatsangehoerigkeit", label: "Staatsangehörigkeit", teile: ["staatsangehoerigkeit"] },
  { feld: "staaten", label: "Weitere Staatsangehörigkeiten", teile: ["kim.person_staat"] },
  { feld: "geburtsland", label: "Geboren in", teile: ["geburtsland"] },
  { feld: "in_deutschland_seit", label: "In Deutschland seit", teile: ["in_deutschland_seit"] },
  { feld: "im_kreis_seit", label: "Im Kreis seit", teile: ["im_kreis_seit"] },
];

/** Whether a field is a list, of which both may hold. */
export const istListe = ({ teile }: Feld): boolean => teile.every((teil) => teil.startsWith("kim."));

export const teilVon = (werte: Werte, { teile }: Feld): Werte =>
  Object.fromEntries(teile.map((teil) => [teil, werte[teil] ?? null]));

/** Whether two people say the same in a field. */
export const sagenGleiches = (a: Werte, b: Werte, { teile }: Feld): boolean =>
  teile.every((teil) => gleich(a[teil], b[teil]));

const sagtNichts = (werte: Werte, { teile }: Feld): boolean => teile.every((teil) => istLeer(werte[teil]));

/** Whose value is shown: that of the person that stays, of the other, or of both where it is a list. */
export type Wahl = "bleibt" | "andere" | "beide";

/** What is chosen before anybody chose: what is said by one of them only; both lists; else what stays. */
export function vorschlag(bleibt: Werte, andere: Werte, feld: Feld): Wahl {
  if (sagtNichts(bleibt, feld)) return "andere";
  if (sagtNichts(andere, feld)) return "bleibt";
  return istListe(feld) ? "beide" : "bleibt";
}

/** The rows of both lists, each once, those of the person that stays first. */
function beide(a: Wert | undefined, b: Wert | undefined, kennung: readonly string[]): Wert[] {
  const of = (list: Wert | undefined) => (Array.isArray(list) ? list : []);
  const key = (row: Wert) =>
    JSON.stringify(
      kennung.map((name) => (row !== null && typeof row === "object" && !Array.isArray(row) ? row[name] : row)),
    );
  const rows = [...of(a), ...of(b)];
  return rows.filter((row, i) => rows.findIndex((other) => key(other) === key(row)) === i);
}

/** By what two rows of a list are the same one. */
const KENNUNG: Readonly<Record<string, readonly string[]>> = {
  "kim.person_sprache": ["sprache"],
  "kim.person_staat": ["staat"],
  "kim.person_kontakt": ["art", "wert"],
};

/** What a person says before and afterwards, by what was chosen. */
export function gewaehlt(bleibt: Werte, andere: Werte, wahl: Readonly<Record<string, Wahl>>): Stand {
  const stand: Stand = {};
  for (const feld of FELDER) {
    const chosen = wahl[feld.feld] ?? vorschlag(bleibt, andere, feld);
    const davor = teilVon(bleibt, feld);
    const both = Object.fromEntries(
      feld.teile.map((teil) => [teil, beide(bleibt[teil], andere[teil], KENNUNG[teil] ?? [])]),
    );
    const danach = chosen === "bleibt" ? davor : chosen === "beide" && istListe(feld) ? both : teilVon(andere, feld);
    stand[feld.feld] = { davor, danach };
  }
  return stand;
}

/** What has to be written so that everything is as it is afterwards. */
export const geschrieben = (stand: Stand): Werte =>
  Object.fromEntries(
    Object.values(stand).flatMap(({ davor, danach }) =>
      Object.entries(danach).filter(([teil, wert]) => !gleich(davor[teil], wert)),
    ),
  );

/** What somebody says about a field that was changed since: it holds for who is shown, for the other one, or for both. */
export type Zuordnung = "bleibt" | "andere" | "beide";

type Aufgehoben = {
  /** Later mergings into the same person, as they have to be written down now. */
  readonly spaeter: readonly Stand[];
  /** What the person that was shown says from now on, as far as it changes. */
  readonly bleibt: Werte;
  /** The same for the one that is by herself again. */
  readonly andere: Werte;
  /** Fields in which something was changed since. */
  readonly seither: readonly string[];
};

const setzt = (from: Werte, into: Record<string, Wert>): void => void Object.assign(into, from);

/**
 * Takes what one merging chose out of what a person says: as if it had not been, whatever came after. `spaeter` are the mergings into
 * her since then, in their order, `jetzt` is what she says now.
 */
export function aufgehoben(
  stand: Stand,
  spaeter: readonly Stand[],
  jetzt: Werte,
  zuordnung: Readonly<Record<string, Zuordnung>>,
): Aufgehoben {
  const later = structuredClone(spaeter);
  const [bleibt, andere]: [Record<string, Wert>, Record<string, Wert>] = [{}, {}];
  const seither: string[] = [];
  for (const feld of FELDER) {
    const own = stand[feld.feld];
    if (own === undefined || !reaches(own, later, feld)) continue;
    const now = teilVon(jetzt, feld);
    if (sagenGleiches(now, own.danach, feld)) {
      if (!sagenGleiches(own.davor, own.danach, feld)) setzt(own.davor, bleibt);
      continue;
    }
    seither.push(feld.feld);
    const chosen = zuordnung[feld.feld] ?? "bleibt";
    if (chosen !== "bleibt") setzt(now, andere);
    if (chosen === "andere") setzt(own.davor, bleibt);
  }
  return { spaeter: later, bleibt, andere, seither };
}

/** Writes what was before into the mergings since, up to one that chose something else; whether none did. */
function reaches({ davor, danach }: Stand[string], later: readonly Stand[], feld: Feld): boolean {
  for (const one of later) {
    const layer = one[feld.feld];
    if (layer === undefined) continue;
    if (!sagenGleiches(layer.davor, danach, feld)) return false;
    const passes = sagenGleiches(layer.danach, danach, feld);
    layer.davor = davor;
    if (!passes) return false;
    layer.danach = davor;
  }
  return true;
}
