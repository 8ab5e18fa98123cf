import {
  AntwortEingabe,
  NeueLuecke,
  SchrittEingabe as LueckeSchritt,
  answerLuecke,
  moveLuecke,
  reportLuecke,
} from "../../src/domains/luecken/index.ts";
import {
  ArbeitEingabe,
  IndikatorEingabe,
  MassnahmeEingabe,
  MesswertEingabe,
  PrueftagEingabe,
  SchrittEingabe,
  WirkungEingabe,
  addArbeit,
  addIndikator,
  addMassnahme,
  addMesswert,
  addPrueftag,
  checkWirkung,
  moveMassnahme,
} from "../../src/domains/massnahmen/index.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { beschlossen } from "../support/beschluss.ts";

const koordination = besuch("koordination");
const beraterin = besuch("beraterin");

const WEG = [
  { nach: "gesichtet" },
  { nach: "validiert", faelle: "4", standorte: "2" },
  { nach: "thema", thema: "Plätze nach DELFIN 4" },
  { nach: "vorlage" },
  { nach: "priorisiert", grund: "Viele warten." },
  { nach: "projektgruppe", grund: "Eingesetzt." },
];

/** A measure that is only proposed, and one whose effect was checked, with everything that hangs on it. */
async function make({ stelle, actorOf }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const steuert = actorOf("koordination");
  const gap = { handlungsfeld: "bildung_0_6", satz: "Nach dem Test fehlen Plätze.", kommunen: [...stelle.ags] };
  const luecke = await writeAs(actor, (tx) => reportLuecke(tx, actor, NeueLuecke.parse(gap)));
  for (const [i, step] of WEG.entries())
    await writeAs(steuert, (tx) => moveLuecke(tx, steuert, { id: luecke, version: i + 1 }, LueckeSchritt.parse(step)));
  const { beschluss, gruppe } = await beschlossen(steuert, luecke, 91);
  const heute = today();
  const typed = {
    titel: "Zwei Gruppen im Familienzentrum",
    luecken: [luecke],
    ziel: "Jedes Kind mit Bedarf hat einen Platz.",
    verantwortlich: "Jugendamt, Fachberatung Kita",
    organisationen: [],
    budget: "12.500",
    quelle: "Mittel des Landes",
    von: daysFrom(heute, -200),
  };
  const add = (more: Readonly<Record<string, unknown>>) =>
    writeAs(steuert, (tx) => addMassnahme(tx, steuert, MassnahmeEingabe.parse({ ...typed, ...more })));
  const massnahme = await add({ titel: "Ein Bus zum Familienzentrum", budget: "" });
  const geprueft = await add({ beschluss, gruppe });
  const measured = { richtung: "mehr", anfang_am: daysFrom(heute, -200), ziel: "40", ziel_am: daysFrom(heute, 200) };
  const indikator = (of: string, more: Readonly<Record<string, string>>) =>
    writeAs(steuert, (tx) => addIndikator(tx, steuert, of, IndikatorEingabe.parse({ ...measured, ...more })));
  const getippt = await indikator(geprueft, { name: "Plätze im Familienzentrum", einheit: "Plätze", anfang: "12" });
  const gebunden = await indikator(massnahme, { zahl: "delfin_plaetze" });
  for (const [back, wert] of [
    [90, "20"],
    [10, "36"],
  ] as const)
    await writeAs(steuert, (tx) =>
      addMesswert(tx, steuert, getippt, MesswertEingabe.parse({ am: daysFrom(heute, -back), wert })),
    );
  await writeAs(steuert, (tx) =>
    addArbeit(tx, steuert, massnahme, ArbeitEingabe.parse({ was: "Räume suchen", bis: daysFrom(heute, 30) })),
  );
  await writeAs(steuert, (tx) => addPrueftag(tx, steuert, massnahme, PrueftagEingabe.parse({ am: heute })));
  let version = 1;
  for (const nach of ["beschlossen", "laeuft", "umgesetzt"]) {
    const at = { id: geprueft, version: version++ };
    await writeAs(steuert, (tx) => moveMassnahme(tx, steuert, at, SchrittEingabe.parse({ nach })));
  }
  await writeAs(actor, (tx) => answerLuecke(tx, actor, luecke, AntwortEingabe.parse({ antwort: "besser" })));
  const umgesetzt = await add({ titel: "Elternabende in fünf Sprachen", beschluss });
  for (const [i, nach] of ["beschlossen", "laeuft", "umgesetzt"].entries())
    await writeAs(steuert, (tx) =>
      moveMassnahme(tx, steuert, { id: umgesetzt, version: i + 1 }, SchrittEingabe.parse({ nach })),
    );
  const found = WirkungEingabe.parse({ urteil: "etwas", text: "36 Plätze statt 12." });
  await writeAs(steuert, (tx) => checkWirkung(tx, steuert, { id: geprueft, version }, found));
  const one = (table: "kim.massnahme_arbeit" | "kim.massnahme_prueftag") =>
    readAs(steuert, (tx) => tx.selectFrom(table).select("id").executeTakeFirstOrThrow());
  return {
    massnahme,
    massnahmeGeprueft: geprueft,
    massnahmeUmgesetzt: umgesetzt,
    massnahmeLuecke: luecke,
    indikator: getippt,
    indikatorGebunden: gebunden,
    massnahmeArbeit: (await one("kim.massnahme_arbeit")).id,
    massnahmePrueftag: (await one("kim.massnahme_prueftag")).id,
  };
}

const EINE = "/massnahmen/:massnahme";

export const probe: Probe = {
  wege: {
    "/massnahmen": [koordination("/massnahmen"), nur("dezernat", "/massnahmen?stand=geschlossen")],
    "/massnahmen/neu": [koordination("/massnahmen/neu?luecke=:massnahmeLuecke")],
    "/massnahmen/:id": [
      koordination(`${EINE}?getan=angelegt`),
      nur("koordination", "/massnahmen/:massnahmeGeprueft"),
      nur("beraterin", "/massnahmen/:massnahmeGeprueft"),
    ],
    "/massnahmen/:id/bearbeiten": [koordination(`${EINE}/bearbeiten`)],
    "/massnahmen/:id/schritt": [
      koordination(`${EINE}/schritt?nach=beschlossen`),
      nur("koordination", `${EINE}/schritt`),
    ],
    "/massnahmen/:id/wirkung": [
      koordination("/massnahmen/:massnahmeUmgesetzt/wirkung"),
      nur("koordination", `${EINE}/wirkung`),
    ],
    "/massnahmen/:id/indikator": [koordination(`${EINE}/indikator`)],
    "/massnahmen/indikator/:id": [koordination("/massnahmen/indikator/:indikator")],
    "/massnahmen/indikator/:id/entfernen": [koordination("/massnahmen/indikator/:indikatorGebunden/entfernen")],
    "/massnahmen/indikator/:id/messwert": [
      koordination("/massnahmen/indikator/:indikator/messwert"),
      nur("koordination", "/massnahmen/indikator/:indikatorGebunden/messwert"),
    ],
    "/massnahmen/prueftag/:id": [koordination("/massnahmen/prueftag/:massnahmePrueftag")],
    "/luecken/:id/antwort": [
      beraterin("/luecken/:massnahmeLuecke/antwort"),
      nur("beraterin", "/luecken/:luecke/antwort"),
    ],
    "/ketten": [koordination("/ketten"), nur("dezernat", "/ketten?jahr=2019")],
    "/ketten/:id": [koordination("/ketten/:massnahmeLuecke"), nur("beraterin", "/ketten/:luecke")],
  },
  arten: {
    "/massnahmen/": "massnahme",
    "/massnahmen/indikator/": "indikator",
    "/massnahmen/arbeit/": "massnahmeArbeit",
    "/massnahmen/prueftag/": "massnahmePrueftag",
    "/ketten/": "luecke",
  },
  after: ["luecken"],
  make,
};
