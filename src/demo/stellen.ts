import { createStelle, endBesetzung, fillStelle, noteVakanz } from "../domains/stellen/index.ts";
import { kommunen } from "../domains/verwaltung/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../platform/db.ts";
import { daysBefore } from "./kalender.ts";
import { MITARBEITENDE, type TRAEGER } from "./menschen.ts";

type Stelle = {
  readonly art: string;
  readonly traeger: keyof typeof TRAEGER;
  /** In hundredths of a full-time equivalent. */
  readonly vzae: number;
  /** By the address of the account, or by name who has none. */
  readonly wer: { readonly email: string } | { readonly name: string };
  readonly kommunen?: readonly string[];
  /** Days since whoever it was left, and why. */
  readonly vakant?: { readonly tage: number; readonly grund: string; readonly dann?: string };
};

const konto = (email: string) => ({ email });
/** A local post, for the places where whoever holds it counsels. */
const lokal = (email: string): Stelle => {
  const held = MITARBEITENDE.find((one) => one.email === email);
  if (held === undefined) throw new Error(`Die Demo kennt „${email}“ nicht.`);
  return { art: "cm_lokal", traeger: held.traeger, vzae: 100, wer: konto(email), kommunen: held.orte };
};

/** The staffing plan of the demo: nine local posts in 15 Kommunen, two posts vacant. */
const STELLEN: readonly Stelle[] = [
  { art: "koordination", traeger: "kreis", vzae: 100, wer: konto("jo.muster") },
  { art: "koordination", traeger: "kreis", vzae: 100, wer: { name: "Pia Probelauf" } },
  { art: "cm_koordination", traeger: "kreis", vzae: 100, wer: konto("uta.beispielhof") },
  { art: "verwaltungsassistenz", traeger: "kreis", vzae: 50, wer: konto("kim.platzmann") },
  lokal("mira.beispiel"),
  lokal("karl.probe"),
  lokal("toni.vorlage"),
  lokal("lea.platzhalter"),
  lokal("rana.testmann"),
  lokal("piet.entwurf"),
  lokal("nele.skizze"),
  lokal("ole.attrappe"),
  lokal("ines.schablone"),
  { art: "cm_mukis", traeger: "kreis", vzae: 100, wer: konto("zoe.modellfall") },
  {
    art: "cm_mukis",
    traeger: "kreis",
    vzae: 100,
    wer: { name: "Elke Elternteil" },
    vakant: {
      tage: 45,
      grund: "elternzeit",
    },
  },
  { art: "cm_abh", traeger: "kreis", vzae: 100, wer: konto("bela.muster") },
  {
    art: "abh_fachkraft",
    traeger: "kreis",
    vzae: 100,
    wer: { name: "Willi Weggang" },
    vakant: {
      tage: 82,
      grund: "weggang",
      dann: "ausschreibung",
    },
  },
  { art: "ebh_fachkraft", traeger: "kreis", vzae: 100, wer: konto("emil.formular") },
  { art: "ebh_fachkraft", traeger: "kreis", vzae: 100, wer: { name: "Ida Musterfrau" } },
];

/** Days since the posts were approved, and since they were filled. */
const GENEHMIGT = 1200;
const BESETZT = 1100;
const AUSGESCHRIEBEN = 21;

/** Ids by the words that the demo uses. */
type Bekannt = { readonly traeger: ReadonlyMap<string, string>; readonly konten: ReadonlyMap<string, string> };

/** The staffing plan of the invented Kreis. */
export async function loadStellen(actor: Actor, bekannt: Bekannt): Promise<void> {
  const ags = new Map((await readAs(actor, kommunen)).map((k) => [k.name, k.value]));
  for (const stelle of STELLEN) await writeAs(actor, (tx) => loadStelle(tx, actor, stelle, bekannt, ags));
}

async function loadStelle(
  tx: Tx,
  actor: Actor,
  stelle: Stelle,
  { traeger, konten }: Bekannt,
  ags: ReadonlyMap<string, string>,
): Promise<void> {
  const { art, vzae, wer, vakant } = stelle;
  const day = (before: number) => daysBefore(today(), before);
  const id = await createStelle(tx, actor, {
    art,
    vzae,
    bezeichnung: null,
    von: day(GENEHMIGT),
    bis: null,
    traegerId: known(traeger, stelle.traeger),
    kommunen: (stelle.kommunen ?? []).map((ort) => known(ags, ort)),
  });
  const person = "email" in wer ? { konto: known(konten, wer.email), name: null } : { konto: null, name: wer.name };
  const besetzung = await fillStelle(
    tx,
    actor,
    { id },
    {
      ...person,
      anteil: vzae,
      von: day(BESETZT),
      bis: null,
      ueberschneidung: null,
    },
  );
  if (vakant === undefined) return;
  const { tage, grund, dann } = vakant;
  await endBesetzung(tx, actor, { stelle: id, besetzung }, { bis: day(tage), grund });
  if (dann !== undefined) await noteVakanz(tx, actor, { id }, { von: day(AUSGESCHRIEBEN), grund: dann });
}

function known(ids: ReadonlyMap<string, string>, word: string): string {
  const id = ids.get(word);
  if (id === undefined) throw new Error(`Die Demo kennt „${word}“ nicht.`);
  return id;
}
