import type { Values } from "../../../platform/form.ts";
import { monthText } from "./monat.ts";
import type { PersonEingabe } from "./person.ts";
import { zeile } from "./teile.ts";
import type { Person } from "../queries/person.ts";

const one = (value: string | null | undefined): string[] => [value ?? ""];
const box = (yes: boolean): string[] => (yes ? ["ja"] : []);

/** Name and birth as their form would be filled. The age band of a birth is derived, so the form leaves it empty. */
export const nameValues = ({ name, ...person }: Person): Values => ({
  person_vorname: [name.vorname],
  person_nachname: [name.nachname],
  zusatz: one(name.zusatz),
  rufname: one(name.rufname),
  original: one(name.original),
  frueher: [(name.frueher ?? []).join(", ")],
  geschlecht: one(person.geschlecht),
  person_geburtsdatum: one(person.geburtsdatum),
  geburtsjahr: one(person.geburtsjahr),
  geburt_geschaetzt: box(person.geburtGeschaetzt),
  person_altersgruppe: one(
    person.geburtsdatum === null && person.geburtsjahr === null ? person.altersgruppe?.code : null,
  ),
});

export const herkunftValues = (person: Person): Values => ({
  person_kommune: one(person.kommune?.code),
  strasse: one(person.anschrift?.strasse),
  plz: one(person.anschrift?.plz),
  ort: one(person.anschrift?.ort),
  bei: one(person.anschrift?.bei),
  unterkunftsart: one(person.unterkunftsart?.code),
  staaten: [person.staatsangehoerigkeit, ...person.weitereStaaten].flatMap((staat) => staat?.code ?? []),
  geburtsland: one(person.geburtsland?.code),
  in_deutschland_seit: one(person.inDeutschlandSeit && monthText(person.inDeutschlandSeit)),
  im_kreis_seit: one(person.imKreisSeit && monthText(person.imKreisSeit)),
});

/** Each language fills a row; the empty rows say nothing. */
export const verstaendigungValues = (person: Person): Values => ({
  verstaendigungssprache: one(person.verstaendigungssprache?.code),
  sprachmittlung: one(person.sprachmittlung),
  ...Object.fromEntries(
    person.sprachen.flatMap(({ code, erstsprache, basis, hoeren, sprechen, lesen, schreiben }, i) => {
      const fields = { code, basis, hoeren, sprechen, lesen, schreiben };
      const filled = Object.entries(fields).map(([feld, wert]) => [zeile("sprache", i + 1, feld), one(wert)] as const);
      return [...filled, [zeile("sprache", i + 1, "erst"), box(erstsprache)] as const];
    }),
  ),
});

export const erreichbarkeitValues = (person: Person): Values =>
  Object.fromEntries(
    person.kontakte.flatMap(({ art, wert, hinweis, keinBand }, i) => [
      [zeile("kontakt", i + 1, "art"), [art]],
      [zeile("kontakt", i + 1, "wert"), [wert]],
      [zeile("kontakt", i + 1, "hinweis"), one(hinweis)],
      [zeile("kontakt", i + 1, "kein_band"), box(keinBand)],
    ]),
  );

export const sperreValues = ({ auskunftssperre }: Person): Values => ({
  gesperrt: box(auskunftssperre !== null),
  bis: one(auskunftssperre?.bis),
});

/** What was sent and accepted, as its form would show it again. */
export const typedAgain = (eingabe: PersonEingabe): Values => ({
  person_vorname: [eingabe.person_vorname],
  person_nachname: [eingabe.person_nachname],
  person_geburtsdatum: one(eingabe.person_geburtsdatum),
  person_kontakt: one(eingabe.person_kontakt),
  person_altersgruppe: one(eingabe.person_altersgruppe),
  person_kommune: one(eingabe.person_kommune),
  person_staatsangehoerigkeit: one(eingabe.person_staatsangehoerigkeit),
  person_sprachen: eingabe.person_sprachen,
});
