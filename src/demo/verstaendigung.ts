import {
  AusleiheEingabe,
  GeraetEingabe,
  NeuerEinsatz,
  RueckgabeEingabe,
  SchrittEingabe,
  SprachmittlerEingabe,
  addGeraet,
  addSprachmittler,
  bookSprachmittlung,
  lendGeraet,
  moveSprachmittlung,
  returnGeraet,
  settleMonat,
} from "../domains/verstaendigung/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysBefore } from "./kalender.ts";

type Berater = { readonly actor: Actor; readonly sites: readonly [{ readonly id: string }, ...unknown[]] };

/** Name, languages, sex, how they work, Euro an hour; the last one has not signed yet, the one before has stopped. */
const POOL = [
  ["Sina Sprachmuster", ["ar", "kmr"], "weiblich", "honorar", "28"],
  ["Dariusz Dolmetschmann", ["pl", "ru", "uk"], "maennlich", "honorar", "25,50"],
  ["Parisa Probevoll", ["fa"], "weiblich", "ehrenamt", ""],
  ["Sprachdienst Beispiel", ["ti", "so", "ar"], "ohne_angabe", "dienst", "45"],
  ["Oksana Altmuster", ["uk"], "weiblich", "ehrenamt", ""],
  ["Timur Neumuster", ["tr"], "maennlich", "ehrenamt", ""],
] as const;

/** Days ago (negative: ahead), language, whom of the pool, the steps that follow. */
const EINSAETZE = [
  [45, "ar", 0, ["geleistet"]],
  [40, "uk", 1, ["geleistet"]],
  [38, "ti", undefined, ["unbesetzt"]],
  [12, "ar", 0, ["geleistet"]],
  [9, "pl", 1, ["ausgefallen"]],
  [6, "fa", 2, ["geleistet"]],
  [4, "ti", undefined, ["unbesetzt"]],
  [3, "ar", 3, ["abgesagt"]],
  [-2, "ar", 0, []],
  [-3, "uk", 1, []],
  [-5, "ti", undefined, []],
] as const;

const first = (day: string) => `${day.slice(0, 7)}-01`;

/** A pool with whoever works, stopped and has not signed; bookings in every state, one month settled; devices everywhere. */
export async function loadVerstaendigung(berater: readonly Berater[], leitet: Actor): Promise<void> {
  const own = berater.filter(({ actor }) => actor.traegerId === leitet.traegerId);
  const [mira, karl = mira] = own;
  if (mira === undefined || karl === undefined) return;
  const pool = await loadPool(leitet);
  for (const [i, [vor, sprache, wer, schritte]] of EINSAETZE.entries()) {
    const { actor, sites } = i % 3 === 2 ? karl : mira;
    const typed = NeuerEinsatz.parse({
      sprache,
      weg: i % 4 === 3 ? "telefon" : "vor_ort",
      wunsch: i % 5 === 0 ? "weiblich" : "",
      tag: daysBefore(today(), vor),
      beginn: `${String(9 + (i % 6))}:00`,
      dauer: "60",
      standort: sites[0].id,
      sprachmittler: wer === undefined ? "" : (pool[wer] ?? ""),
    });
    const id = await writeAs(actor, (tx) => bookSprachmittlung(tx, actor, typed));
    for (const [n, nach] of schritte.entries()) {
      const more = nach === "geleistet" ? { minuten: String(45 + 15 * (i % 4)), fahrt: i % 2 === 0 ? "4,80" : "" } : {};
      const step = SchrittEingabe.parse({ nach, ...more });
      await writeAs(actor, (tx) => moveSprachmittlung(tx, actor, { id, version: n + 1 }, step));
    }
  }
  await writeAs(leitet, (tx) => settleMonat(tx, leitet, first(daysBefore(today(), 40))));
  await loadGeraete(leitet, mira);
}

async function loadPool(leitet: Actor): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [i, [name, sprachen, geschlecht, art, satz]] of POOL.entries()) {
    const typed = SprachmittlerEingabe.parse({
      name,
      sprachen: [...sprachen],
      geschlecht,
      art,
      satz,
      telefon: `02241 000${String(i)}0`,
      email: `pool${String(i)}@beispiel.example`,
      verpflichtet_am: i === POOL.length - 1 ? "" : daysBefore(today(), 300),
      beendet_ab: i === POOL.length - 2 ? daysBefore(today(), 60) : "",
      notiz: i === 0 ? "Nur vormittags." : "",
    });
    ids.push(await writeAs(leitet, (tx) => addSprachmittler(tx, leitet, typed)));
  }
  return ids;
}

async function loadGeraete(leitet: Actor, { actor, sites }: Berater): Promise<void> {
  const add = (name: string, zustand: string, hinweis = "") => {
    const typed = { name, inventar: `UG-${name.slice(-1)}`, standort: sites[0].id, zustand, hinweis };
    const input = GeraetEingabe.parse({ ...typed, sprachen: ["ar", "fa", "uk", "ti"] });
    return writeAs(leitet, (tx) => addGeraet(tx, leitet, input));
  };
  const lend = (id: string, version: number, vor: number, tage: number, wer = "") => {
    const typed = { konto: wer === "" ? actor.kontoId : "", wer, seit: daysBefore(today(), vor) };
    const input = AusleiheEingabe.parse({ ...typed, bis: daysBefore(today(), vor - tage) });
    return writeAs(actor, (tx) => lendGeraet(tx, actor, { id, version }, input));
  };
  const zurueck = await add("Gerät 1", "bereit");
  await lend(zurueck, 1, 30, 14);
  const back = RueckgabeEingabe.parse({ zurueck: daysBefore(today(), 15), zustand: "bereit" });
  await writeAs(actor, (tx) => returnGeraet(tx, actor, { id: zurueck, version: 2 }, back));
  await lend(await add("Gerät 2", "bereit"), 1, 20, 14, "Ehrenamt Beispieldorf");
  await lend(await add("Gerät 3", "bereit"), 1, 2, 14);
  await add("Gerät 4", "reparatur", "Der Akku hält nicht mehr.");
  await add("Gerät 5", "ausgemustert");
}
