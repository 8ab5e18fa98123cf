import { createHash } from "node:crypto";
import { tagText } from "../../../platform/span.ts";
import { kleineZahlen } from "../../auswertung/model/definitionen.ts";
import { zeitraumName } from "../../auswertung/model/zeitraum.ts";
import type { Grundlage } from "../../berichte/model/grundlage.ts";
import { type Abschnitt, type Block, Papier, absatz, numberedBlocks } from "../../papier/model/papier.ts";
import { bloeckeOf, eingesetzt, unbekannte } from "../../berichte/model/text.ts";
import { type Zahl, type Zahlen, falscherName, zahlenGruppen, zahlenOf } from "../../berichte/model/zahlen.ts";
import type { Kapitel, Quelle } from "./konzept.ts";
import { type TeilArt, teilName } from "./teile.ts";
import { QUELLEN, ZU_DEN_ZAHLEN, quelleName } from "./word-papier.ts";

/** For the other folders of the room, which know the models of others by its own only. */
export { Papier, eingesetzt };

const quellenOf = (quellen: readonly Quelle[]): [string, Zahl][] =>
  quellen.map(({ nr, text }) => [quelleName(nr), { was: `Quelle ${nr}: ${text.slice(0, 60)}`, wert: `[${nr}]` }]);

/** What texts are written on: the figures of the months, and the sources. */
export type Worauf = { readonly grundlage: Grundlage; readonly quellen: readonly Quelle[] };

/** Everything that a text may name in braces: figures of the months, and sources. */
export const namenOf = ({ grundlage, quellen }: Worauf): Zahlen =>
  new Map([...zahlenOf(grundlage, ""), ...quellenOf(quellen)]);

/** The same in groups to pick from; nothing of a session, which a concept has none of. */
export const namenGruppen = ({ grundlage, quellen }: Worauf) =>
  [...zahlenGruppen(grundlage, ""), { name: "Quellen", zahlen: new Map(quellenOf(quellen)) }].filter(
    ({ zahlen }) => zahlen.size > 0,
  );

/** What to say of the first name in a text that nothing has; undefined where all are known. */
export function falsches(text: string, worauf: Worauf): string | undefined {
  const names = namenOf(worauf);
  const [first] = unbekannte(text, names);
  return first === undefined ? undefined : falscherName(first, names);
}

export type Konzeptstand = Worauf & {
  readonly titel: string;
  readonly kapitel: readonly Kapitel[];
  /** Undefined: a draft. */
  readonly fassung?:
    { readonly nummer: number; readonly beschlossenAm: string; readonly beschluss: string } | undefined;
  /** As at a report. */
  readonly datenstand: string | undefined;
  readonly tag: string;
};

function kapitelAbschnitte(kapitel: Kapitel, zahlen: Zahlen): Abschnitt[] {
  const parts = kapitel.teile
    .map(({ id, art, text }): { id: string; art: TeilArt; bloecke: Block[] } => ({
      id,
      art,
      bloecke: bloeckeOf(text, zahlen),
    }))
    .filter(({ bloecke }) => bloecke.length > 0);
  const own = parts.find(({ art }) => art === "text");
  if (parts.length === 0) return [];
  return [
    { titel: kapitel.titel, ebene: 1, bloecke: own?.bloecke ?? [], kapitel: own?.id ?? kapitel.id },
    ...parts
      .filter(({ art }) => art !== "text")
      .map(({ id, art, bloecke }): Abschnitt => ({ titel: teilName(art), ebene: 2, bloecke, kapitel: id })),
  ];
}

const quelleText = ({ nr, text, adresse }: Quelle): string =>
  `[${nr}] ${text}${adresse === null ? "" : ` – ${adresse}`}`;

function anhang({ grundlage, quellen, datenstand }: Konzeptstand): Abschnitt[] {
  const { kennzahlen } = grundlage;
  const zahlen = [
    datenstand === undefined
      ? "Zahlen zu den Beratungen liegen noch nicht vor."
      : `Zahlen im Text sind aus dem Zeitraum ${zeitraumName(kennzahlen.zeitraum)}, gezählt bis zum ${datenstand}.`,
    kleineZahlen(kennzahlen.ab),
  ];
  return [
    ...(quellen.length === 0
      ? []
      : [{ titel: QUELLEN, ebene: 1 as const, bloecke: quellen.map((q) => absatz(quelleText(q))) }]),
    { titel: ZU_DEN_ZAHLEN, ebene: 1 as const, bloecke: zahlen.map(absatz) },
  ];
}

/** A text as a page shows it, with the figures of now (`namenOf`: once for a whole draft). */
export const bloeckeVon = (text: string, namen: Zahlen): Block[] => bloeckeOf(text, namen);

/** The paper that a concept is: chapters with their parts, sources, what the figures are. Parts without a word are left out. */
export function konzeptPapier(stand: Konzeptstand): Papier {
  const { titel, grundlage, fassung, datenstand, tag } = stand;
  const names = namenOf(stand);
  const kopf = [
    { wort: "Fassung", wert: fassung === undefined ? "" : String(fassung.nummer) },
    { wort: "Beschlossen am", wert: fassung === undefined ? "" : tagText(fassung.beschlossenAm) },
    { wort: "Beschluss", wert: fassung?.beschluss ?? "" },
    { wort: "Zahlen aus", wert: zeitraumName(grundlage.kennzahlen.zeitraum) },
  ];
  return {
    titel,
    untertitel: "Handlungskonzept des Kommunalen Integrationsmanagements",
    kreis: grundlage.kreis.name,
    briefkopf: [grundlage.kreis.name],
    nummer: fassung === undefined ? undefined : String(fassung.nummer),
    fuss: `${fassung === undefined ? "Entwurf" : `Fassung ${fassung.nummer}`} · Zahlen vom ${datenstand ?? "–"}`,
    verzeichnis: true,
    kopf: kopf.filter(({ wert }) => wert !== ""),
    abschnitte: numberedBlocks([
      ...stand.kapitel.flatMap((kapitel) => kapitelAbschnitte(kapitel, names)),
      ...anhang(stand),
    ]),
    schluss: [],
    datenstand: datenstand ?? "noch nicht gezählt",
    tag,
  };
}

/** Which state of a draft somebody read: it changes with every word of it, and not with its figures. */
export const papierFassung = ({ kapitel, quellen }: Pick<Konzeptstand, "kapitel" | "quellen">): string => {
  const parts = kapitel.flatMap(({ id, version, rang, teile }) => [id, version, rang, ...teile.map((t) => t.version)]);
  const read = JSON.stringify([parts, quellen.map(({ nr, version }) => [nr, version])]);
  return createHash("sha256").update(read).digest("hex");
};
