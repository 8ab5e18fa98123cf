import { Einschaetzung, assess } from "../../src/domains/assessment/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { draft } from "../journeys/draft.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { fallImAssessment, schaetzeEin, verbinde } from "../support/einschaetzen.ts";

const beraterin = besuch("beraterin");
const LONG =
  "Wohnt zu fünft in zwei Zimmern, die Kündigung liegt vor, ein Wohnberechtigungsschein ist beantragt. ".repeat(6);

const NAMEN = ["Rima", "أم خالد البيسبيل", "Donaudampfschifffahrtsgesellschaftskapitänin Beispiel-Musterhausen"];

async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const begonnen = daysFrom(today(), -200);
  const fallMitte = await fallImAssessment(actor, ids["person"] ?? "", begonnen);
  const fallLeer = await fallImAssessment(actor, ids["personLang"] ?? "");
  const erstes = {
    wohnen: {
      skala: "2",
      lage: LONG,
      ressourcen: "Schwester in Much",
      bedarf: LONG,
      wunsch: "أريد بيتاً صغيراً مع حديقة",
    },
    sprache: { skala: "3", lage: "Versteht viel, spricht wenig" },
    familie: { lage: "Möchte darüber nicht mit einer Zahl sprechen" },
  };
  await schaetzeEin(actor, fallMitte, erstes, begonnen);
  const zweites = await schaetzeEin(actor, fallMitte, {
    wohnen: { skala: "6" },
    sprache: { skala: "2" },
    arbeit: { skala: "0" },
  });
  const lebensbereich = zweites.bereiche["wohnen"] ?? "";
  const besser = Einschaetzung.parse({ am: today(), skala: "7", lage: "Hat eine Wohnung zugesagt bekommen" });
  await writeAs(actor, (tx) => assess(tx, actor, { id: lebensbereich, version: 2 }, besser));
  const bereichLeer = zweites.bereiche["gesundheit"] ?? "";
  const leer = await schaetzeEin(actor, fallLeer, {});
  const entwurfBereich = await draft(actor, "lebensbereich", { lage: ["Hat"], _version: ["1"] }, bereichLeer);
  for (const [i, art] of ["familie", "behoerde", "ehrenamt", "schule_kita", "gesundheit", "verein"].entries()) {
    const typed = { name: NAMEN[i % NAMEN.length] ?? "", art, staerke: String(1 + (i % 3)), von: begonnen };
    await verbinde(actor, fallMitte, { ...typed, ...(i % 2 === 0 ? {} : { belastet: "ja", richtung: "zur_person" }) });
  }
  const verbindung = await verbinde(actor, fallMitte, { notiz: LONG.slice(0, 300) });
  return { verbindung, fallMitte, fallLeer, assessment: leer.id, lebensbereich, bereichLeer, entwurfBereich };
}

export const probe: Probe = {
  wege: {
    "/faelle/:id/assessment": [
      beraterin("/faelle/:fallMitte/assessment"),
      nur("beraterin", "/faelle/:fallLeer/assessment?getan=begonnen"),
      nur("beraterin", "/faelle/:fall/assessment"),
    ],
    "/faelle/:id/assessment/neu": [
      beraterin("/faelle/:fallMitte/assessment/neu"),
      nur("beraterin", "/faelle/:fall/assessment/neu"),
    ],
    "/faelle/assessment/:id": [beraterin("/faelle/assessment/:assessment")],
    "/faelle/assessment/:id/entfernen": [beraterin("/faelle/assessment/:assessment/entfernen")],
    "/faelle/lebensbereich/:id": [
      beraterin("/faelle/lebensbereich/:lebensbereich"),
      nur("beraterin", "/faelle/lebensbereich/:bereichLeer?entwurf=:entwurfBereich"),
    ],
    "/faelle/lebensbereich/:id/verlauf": [
      beraterin("/faelle/lebensbereich/:lebensbereich/verlauf"),
      nur("beraterin", "/faelle/lebensbereich/:bereichLeer/verlauf"),
    ],
    "/faelle/:id/netzwerk": [
      beraterin("/faelle/:fallMitte/netzwerk"),
      nur("beraterin", "/faelle/:fallLeer/netzwerk?getan=geloescht"),
      nur("beraterin", "/faelle/:fallMitte/netzwerk?am=2020-01-01"),
      { wer: "beraterin", path: "/faelle/:fallMitte/netzwerk?am=niemals", status: 422, forms: false },
      nur("beraterin", "/faelle/:fall/netzwerk"),
    ],
    "/faelle/:id/netzwerk/neu": [
      beraterin("/faelle/:fallMitte/netzwerk/neu"),
      nur("beraterin", "/faelle/:fall/netzwerk/neu"),
    ],
    "/faelle/verbindung/:id": [beraterin("/faelle/verbindung/:verbindung")],
    "/faelle/verbindung/:id/aendern": [beraterin("/faelle/verbindung/:verbindung/aendern")],
    "/faelle/verbindung/:id/entfernen": [beraterin("/faelle/verbindung/:verbindung/entfernen")],
  },
  arten: {
    "/faelle/verbindung/": "verbindung",
    "/faelle/assessment/": "assessment",
    "/faelle/lebensbereich/": "lebensbereich",
    "/entwurf/lebensbereich/": "lebensbereich",
  },
  after: ["faelle", "personen"],
  make,
};
