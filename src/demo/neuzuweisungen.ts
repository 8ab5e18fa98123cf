import type { Zugewiesen, ZugewiesenerHaushalt } from "../listen/index.ts";
import {
  GespraechEingabe,
  SchrittEingabe,
  type Stand,
  THEMA,
  UnterkunftEingabe,
  addUnterkunft,
  distribute,
  holdGespraech,
  moveZuweisung,
  takeBatch,
} from "../domains/neuzuweisungen/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { readAs, writeAs } from "../platform/db.ts";
import { readForm } from "../platform/form.ts";
import { daysBefore } from "./kalender.ts";

const UNTERKUENFTE = [
  { name: "Übergangsheim Musterstraße", ort: "Musterstraße 12", breite: "50,797", laenge: "7,207" },
  { name: "Haus am Beispielbach", ort: "Am Beispielbach 3", breite: "50,836", laenge: "7,214" },
  { name: "Containeranlage Probefeld", ort: "Probefeld 1", breite: "50,774", laenge: "7,284" },
  { name: "Gästehaus Alte Musterschule", ort: "Schulweg 8", breite: "", laenge: "" },
] as const;

type Familie = {
  readonly name: string;
  readonly vornamen: readonly string[];
  readonly sprache: string;
  readonly weg: readonly Stand[];
};

/** One household in every state that there is; the last ones are given to a colleague. */
const FAMILIEN: readonly Familie[] = [
  { name: "Musterzadeh", vornamen: ["Parwana", "Farid", "Laila", "Omid", "Sara", "Yusuf"], sprache: "fa", weg: [] },
  { name: "Beispielović", vornamen: ["Mira", "Goran"], sprache: "sr", weg: ["angekommen"] },
  { name: "Probenko", vornamen: ["Oksana", "Danylo", "Sofija"], sprache: "uk", weg: ["angekommen", "erstkontakt"] },
  {
    name: "al-Erfunden",
    vornamen: ["Hala", "Karim", "Rami", "Lina"],
    sprache: "ar",
    weg: ["erstkontakt", "orientierung"],
  },
  { name: "Fiktivyan", vornamen: ["Ani"], sprache: "hy", weg: ["angekommen", "nicht_erreicht"] },
  { name: "Testoğlu", vornamen: ["Emre", "Deniz"], sprache: "tr", weg: ["verlegt"] },
  { name: "Musterow", vornamen: ["Alina", "Pavel"], sprache: "ru", weg: [] },
  { name: "Beispielsson", vornamen: ["Nuru", "Amara", "Kofi"], sprache: "fr", weg: [] },
];

const birth = (i: number, j: number): string => `${j < 2 ? 1985 + i : 2010 + j}-0${1 + (i % 9)}-1${j % 9}`;

function haushaltOf({ name, vornamen, sprache }: Familie, i: number): ZugewiesenerHaushalt {
  const menschen = vornamen.map((vorname, j): Zugewiesen => ({
    vorname,
    nachname: name,
    geburtsdatum: birth(i, j),
    staatsangehoerigkeit: null,
    sprache: j === 0 ? sprache : null,
    kontakt: j === 0 ? `0151 000000${i}` : null,
    hinweis: j === 0 && i % 3 === 0 ? "Bemerkung: bringt Unterlagen zum Termin mit" : null,
  }));
  const ort = UNTERKUENFTE[i % UNTERKUENFTE.length];
  const ankunft = daysBefore(today(), 40 - i * 3);
  return { menschen, anzahl: menschen.length, nrs: [i + 2], ags: null, unterkunft: ort?.name ?? null, ankunft };
}

type Site = { readonly ags: string };
type Berater = { readonly actor: Actor; readonly sites: readonly [Site, ...Site[]]; readonly gegangen: number };

/** Places, a list that came five weeks ago with a household in every state and rows that wait, and what was given to a colleague. */
export async function loadNeuzuweisungen(berater: readonly Berater[], koordination: Actor): Promise<void> {
  const [first] = berater;
  if (first === undefined) return;
  const { actor, sites } = first;
  const [{ ags }] = sites;
  for (const { name, ort, breite, laenge } of UNTERKUENFTE) {
    const typed = UnterkunftEingabe.parse({ name, kommune: ags, anschrift: ort, breite, laenge });
    await writeAs(koordination, (tx) => addUnterkunft(tx, koordination, typed));
  }
  const haushalte = FAMILIEN.map(haushaltOf);
  const ohneNamen = { ...haushalte[1], menschen: [], anzahl: 5, nrs: [20], ags, unterkunft: null, ankunft: null };
  const liste = {
    // The first family stands in the list twice: the second time it waits.
    haushalte: [...haushalte, ohneNamen, ...haushalte.slice(0, 1)],
    unklar: [{ nr: 22, text: "Rückfragen bitte an das Sozialamt, Zimmer 4" }],
    ohneDaten: 2,
    zeilen: 26,
    nie: ["Aufenthaltsstatus"],
  };
  const wann = { print: "demo", angekuendigt: daysBefore(today(), 42) };
  const id = await writeAs(actor, (tx) => takeBatch(tx, actor, liste, wann));
  const rows = await readAs(actor, (tx) =>
    tx.selectFrom("kim.zuweisung").select(["id", "nr"]).where("stapel_id", "=", id).orderBy("nr").execute(),
  );
  for (const [i, familie] of FAMILIEN.entries()) {
    const zuweisung = rows[i]?.id;
    if (zuweisung !== undefined) await walk(actor, zuweisung, familie, i, ags);
  }
  const kollegin = berater.find(
    (one) => one.gegangen === 0 && one.actor.traegerId === actor.traegerId && one.actor.kontoId !== actor.kontoId,
  );
  const away = rows.slice(6, 8).map((row) => row.id);
  if (kollegin === undefined) return;
  await writeAs(actor, (tx) => distribute(tx, actor, { zuweisung: away, an: kollegin.actor.kontoId }));
}

/** Its steps; a first contact is a talk with everybody, and the orientation ends with every theme. */
async function walk(actor: Actor, id: string, { name, vornamen, weg }: Familie, i: number, ags: string): Promise<void> {
  let version = 1;
  const talk = weg.includes("erstkontakt");
  for (const [n, nach] of weg.entries()) {
    const am = daysBefore(today(), 30 - i - n * 5);
    if (nach === "orientierung" && talk) continue;
    if (nach !== "erstkontakt") {
      const grund = nach === "nicht_erreicht" ? "niemand_da" : "";
      const typed = SchrittEingabe.parse({ nach, am, grund });
      await writeAs(actor, (tx) => moveZuweisung(tx, actor, { id, version }, typed));
      version += 1;
      continue;
    }
    const done = weg.includes("orientierung");
    const members = await readAs(actor, (tx) =>
      tx.selectFrom("kim.zuweisung_mensch").select("id").where("zuweisung_id", "=", id).orderBy("folge").execute(),
    );
    const leute = members.flatMap((row, j): [string, string][] => [
      [`m${j + 1}_id`, row.id],
      [`m${j + 1}_dabei`, "ja"],
      [`m${j + 1}_vorname`, vornamen[j] ?? ""],
      [`m${j + 1}_nachname`, name],
      [`m${j + 1}_geburtsdatum`, birth(i, j)],
      ...(j === 0 ? [] : [[`m${j + 1}_zurersten`, j === 1 ? "partner" : "kind"] satisfies [string, string]]),
    ]);
    const themen = (done ? THEMA : THEMA.slice(0, 5)).map((thema): [string, string] => [
      `thema_${thema}`,
      "besprochen",
    ]);
    const form = readForm(
      GespraechEingabe,
      Object.fromEntries(
        [
          ...leute,
          ...themen,
          ["am", am] as const,
          ["ort", `kommune:${ags}`] as const,
          ["kontaktweg", "aufsuchend"] as const,
          ["dauer", "75"] as const,
          ["notiz", "Erstes Gespräch in der Unterkunft, mit Übersetzungsgerät."] as const,
          ...(done ? [["abschliessen", "ja"] as const] : []),
        ].map(([field, value]) => [field, [value]]),
      ),
      today(),
    );
    if (!form.ok) throw new Error(form.errors.map(({ message }) => message).join(" "));
    await writeAs(actor, (tx) => holdGespraech(tx, actor, { id, version }, form.value));
    version += done ? 3 : 2;
  }
}
