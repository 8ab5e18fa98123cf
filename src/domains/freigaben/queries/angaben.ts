import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { PHASEN, aktenzeichen, fallOf } from "../../faelle/index.ts";
import { angehoerigeVon } from "../../familie/index.ts";
import { AUFENTHALT, LEISTUNG, WERDEGANG } from "../../lebenslage/index.ts";
import { fullName, personOf } from "../../personen/index.ts";
import type { Kategorie } from "../../einwilligungen/index.ts";
import type { Anfang, Angabe, Vorschau } from "../model/inhalt.ts";

type Person = Awaited<ReturnType<typeof personOf>>;

/** What a file says today that could go out, line by line, and what a new file would begin with. */
export type Aktenstand = {
  readonly person: Person;
  readonly angaben: readonly Angabe[];
};

/** @throws NotFound for a foreign person as for none */
export async function aktenstand(tx: Tx, actor: Actor, personId: string, fallId: string | null): Promise<Aktenstand> {
  const person = await personOf(tx, actor, personId);
  const listen = await codelisten(tx);
  const angaben = [
    ...vonPerson(person),
    ...(await familie(tx, actor, personId)),
    ...(await lage(tx, actor, personId, listen)),
    ...(fallId === null ? [] : await fall(tx, actor, fallId)),
  ];
  return { person, angaben };
}

const line = (feld: string, kategorie: Kategorie, name: string, wert: string | null | undefined): Angabe[] =>
  wert === null || wert === undefined || wert === "" ? [] : [{ feld, kategorie, name, wert }];

const some = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== "").join(", ");

/** Where somebody lives whom nobody may find is no line to tick (§ 51 BMG). */
const vonPerson = (p: Person): Angabe[] => [
  ...line("name", "kontakt", "Name", fullName(p.name)),
  ...line("geburt", "kontakt", "Geboren", p.geburtsdatum === null ? p.geburtsjahr : tagText(p.geburtsdatum)),
  ...line("alter", "kontakt", "Altersgruppe", p.altersgruppe?.name),
  ...(p.auskunftssperre === null
    ? [
        ...line("anschrift", "kontakt", "Anschrift", anschrift(p)),
        ...line("kommune", "wohnen", "Wohnt in", p.kommune?.name),
        ...line("unterkunft", "wohnen", "Wohnt wie", p.unterkunftsart?.name),
      ]
    : []),
  ...line("kontakt", "kontakt", "Erreichbar", some(...p.kontakte.map(({ wert }) => wert))),
  ...line("gespraech", "sprache", "Gespräch auf", p.verstaendigungssprache?.name),
  ...line("sprachen", "sprache", "Sprachen", some(...p.sprachen.map(({ name }) => name))),
  ...line(
    "staat",
    "herkunft",
    "Staatsangehörigkeit",
    some(p.staatsangehoerigkeit?.name, ...p.weitereStaaten.map(({ name }) => name)),
  ),
  ...line("geburtsland", "herkunft", "Geboren in", p.geburtsland?.name),
  ...line("hier_seit", "aufenthalt", "In Deutschland seit", p.inDeutschlandSeit),
];

const anschrift = ({ anschrift: a }: Person): string | null =>
  a === null ? null : some(a.strasse, [a.plz, a.ort].filter((one) => one !== null).join(" "), a.bei);

async function familie(tx: Tx, actor: Actor, personId: string): Promise<Angabe[]> {
  const alle = await angehoerigeVon(tx, actor, [personId]);
  // Others have not agreed: how many there are of whom, and no name.
  const gezaehlt = new Map<string, number>();
  for (const { ist } of alle) gezaehlt.set(ist, (gezaehlt.get(ist) ?? 0) + 1);
  const wert = [...gezaehlt].map(([ist, n]) => (n === 1 ? ist : `${n} × ${ist}`)).join(", ");
  return line("familie", "familie", "Familie", wert);
}

async function lage(tx: Tx, actor: Actor, person: string, listen: Codelisten): Promise<Angabe[]> {
  const heute = today();
  const held = <T extends { readonly falsch: boolean; readonly daten: { readonly bis: string | null } }>(all: T[]) =>
    all.filter((one) => !one.falsch && (one.daten.bis === null || one.daten.bis >= heute));
  const [titel] = held(await AUFENTHALT.read(tx, actor, { person }));
  const leistungen = held(await LEISTUNG.read(tx, actor, { person }));
  const werdegang = held(await WERDEGANG.read(tx, actor, { person }));
  const bis = titel?.daten.gueltig_bis ?? null;
  const fiktion = titel?.daten.fiktion_bis ?? null;
  return [
    ...line(
      "aufenthalt",
      "aufenthalt",
      "Aufenthalt",
      titel === undefined
        ? null
        : some(
            nameOf(listen.aufenthaltsstatus, titel.daten.status),
            bis === null ? null : `gilt bis ${tagText(bis)}`,
            fiktion === null ? null : `Fiktionsbescheinigung bis ${tagText(fiktion)}`,
          ),
    ),
    ...line(
      "leistungen",
      "lebensunterhalt",
      "Leistungen",
      some(...leistungen.map(({ daten }) => nameOf(listen.leistung, daten.art))),
    ),
    ...line(
      "werdegang",
      "bildung_arbeit",
      "Schule, Arbeit, Kurse",
      some(...werdegang.map(({ daten }) => some(nameOf(listen.werdegang, daten.art), daten.was))),
    ),
  ];
}

async function fall(tx: Tx, actor: Actor, fallId: string): Promise<Angabe[]> {
  const one = await fallOf(tx, actor, fallId);
  return [
    ...line("fall", "verlauf", "Fall", `${aktenzeichen(one)}, ${PHASEN[one.phase]} seit ${tagText(one.phaseSeit)}`),
    ...line("fall_anliegen", "verlauf", "Anliegen im Fall", one.anliegen),
  ];
}

/** With what a file elsewhere begins: only what is among the released lines. */
export function anfangAus({ person: p }: Aktenstand, felder: ReadonlySet<string>): Anfang {
  const wenn = <T>(feld: string, wert: T): T | null => (felder.has(feld) ? wert : null);
  return {
    vorname: wenn("name", p.name.vorname) ?? "",
    nachname: wenn("name", p.name.nachname) ?? "",
    geburtsdatum: wenn("geburt", p.geburtsdatum),
    altersgruppe: wenn("alter", p.altersgruppe?.code ?? null),
    kommune: wenn("kommune", p.kommune?.code ?? null),
    staatsangehoerigkeit: wenn("staat", p.staatsangehoerigkeit?.code ?? null),
    sprachen:
      wenn(
        "sprachen",
        p.sprachen.map(({ code }) => code),
      ) ?? [],
  };
}

/** What an offer says before it is accepted; where nobody may know where she lives, not even the Kommune. */
export const vorschauAus = ({ person: p }: Aktenstand, traeger: string, bedarf: string): Vorschau => ({
  traeger,
  bedarf,
  kommune: p.auskunftssperre === null ? (p.kommune?.name ?? null) : null,
  altersgruppe: p.altersgruppe?.name ?? null,
  sprachen: p.sprachen.map(({ name }) => name),
});
