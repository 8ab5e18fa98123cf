import {
  AuftragEingabe,
  AuftragSchrittEingabe,
  BeschlussEingabe,
  Ende,
  MitgliedEingabe,
  NeuesGremium,
  NotizEingabe,
  PunktEingabe,
  SitzungEingabe,
  SitzungSchritt,
  TagesordnungEingabe,
  addAuftrag,
  addFreieVorlage,
  addGremium,
  addMitglied,
  addPunkt,
  addTops,
  addVorlage,
  decide,
  endGremium,
  moveAuftrag,
  moveSitzung,
  planSitzung,
  setTeilnahme,
  sitzungOf,
  tops,
  writeNotiz,
} from "../domains/gremien/index.ts";
import type { Actor } from "../platform/actor.ts";
import { asOf, today } from "../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";

export type More = Readonly<Record<string, string>>;

/** The day on which a meeting is planned and invited to: four weeks before, no later than today. */
export const vorher = (tag: string): string => {
  const day = daysFrom(tag, -28);
  return day < today() ? day : today();
};

/** What somebody of the coordination does before a body meets, in a transaction each. */
function vorbereiten(actor: Actor) {
  const write = <R>(work: (tx: Tx) => Promise<R>) => writeAs(actor, work);
  const schritte = async (id: string, ...all: readonly (string | readonly [string, string])[]) => {
    for (const one of all)
      await write(async (tx) => {
        const { version } = await sitzungOf(tx, id);
        const [nach, grund] = typeof one === "string" ? [one, ""] : one;
        await moveSitzung(tx, actor, { id, version }, SitzungSchritt.parse({ nach, grund, kein_name: "ja" }));
      });
  };
  return {
    schritte,
    gremium: (more: More) =>
      write((tx) =>
        addGremium(
          tx,
          actor,
          NeuesGremium.parse({ quorum: "keines", gegruendet_am: "2021-03-01", kein_name: "ja", ...more }),
        ),
      ),
    mitglied: (id: string, more: More) =>
      write((tx) =>
        addMitglied(tx, actor, id, MitgliedEingabe.parse({ rolle: "mitglied", von: "2021-03-01", ...more })),
      ),
    punkt: (id: string, titel: string) => write((tx) => addPunkt(tx, actor, id, PunktEingabe.parse({ titel }))),
    sitzung: (id: string, tag: string, ort = "Kreishaus, Raum Sieg") =>
      asOf(vorher(tag), () =>
        write((tx) =>
          planSitzung(
            tx,
            actor,
            id,
            SitzungEingabe.parse({ tag, beginn: "9:30", ende: "11:30", ort, kein_name: "ja" }),
          ),
        ),
      ),
    auf: (id: string, wish: Readonly<Record<string, unknown>>) =>
      write((tx) =>
        addTops(
          tx,
          actor,
          id,
          TagesordnungEingabe.parse({ luecken: [], auftraege: [], punkte: [], kein_name: "ja", ...wish }),
        ),
      ),
  };
}

/** The same while it meets, and afterwards. */
function tagen(actor: Actor) {
  const write = <R>(work: (tx: Tx) => Promise<R>) => writeAs(actor, work);
  return {
    agenda: (id: string) => readAs(actor, (tx) => tops(tx, { sitzungId: id })),
    da: (id: string, ids: readonly string[]) =>
      write(async (tx) => {
        const { version } = await sitzungOf(tx, id);
        const said = Object.fromEntries(
          ids.flatMap((m) => [
            [`antwort_${m}`, ["zusage"]],
            [`da_${m}`, ["ja"]],
          ]),
        );
        await setTeilnahme(tx, actor, { id, version }, said);
      }),
    notiz: (id: string, notiz: string) =>
      write((tx) => writeNotiz(tx, actor, { id, version: 1 }, NotizEingabe.parse({ notiz, kein_name: "ja" }))),
    beschluss: (id: string, more: More) =>
      write((tx) =>
        decide(tx, actor, id, BeschlussEingabe.parse({ ergebnis: "angenommen", kein_name: "ja", ...more })),
      ),
    auftrag: async (id: string, more: More, ...weg: readonly More[]) => {
      const neu = await write((tx) => addAuftrag(tx, actor, id, AuftragEingabe.parse({ kein_name: "ja", ...more })));
      for (const [i, one] of weg.entries())
        await asOf(daysFrom(more["faellig_am"] ?? today(), i - 10), () =>
          write((tx) =>
            moveAuftrag(
              tx,
              actor,
              { id: neu, version: i + 1 },
              AuftragSchrittEingabe.parse({ kein_name: "ja", ...one }),
            ),
          ),
        );
    },
    vorlage: (lueckeId: string) => write((tx) => addVorlage(tx, actor, lueckeId)),
    freieVorlage: (titel: string, handlungsfeld: string) =>
      write((tx) => addFreieVorlage(tx, actor, { titel, handlungsfeld, kein_name: false })),
    ende: (id: string, tag: string) =>
      write((tx) => endGremium(tx, actor, { id, version: 1 }, Ende.parse({ beendet_am: tag }))),
  };
}

export const hand = (actor: Actor) => ({ ...vorbereiten(actor), ...tagen(actor) });
export type Hand = ReturnType<typeof hand>;
