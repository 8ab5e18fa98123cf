import { joinHaushalte } from "../../src/domains/neuzuweisungen/index.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { gespraech, gespraechTyped, haushalt, mensch, schritt, stapel, unterkunft } from "../support/neuzuweisungen.ts";

const beraterin = besuch("beraterin");
const koordination = besuch("koordination");

/** A batch with a household in each state, one whose names are known by their files, and a row that waits. */
async function make({ stelle, actorOf }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const [ags] = stelle.ags;
  const ort = await unterkunft(actorOf("koordination"), "Musterhaus Probe", ags, { breite: "50,79", laenge: "7,2" });
  const named = (name: string) =>
    haushalt([mensch(name, "Zugewiesen", { geburtsdatum: "1990-02-03", hinweis: "Bemerkung: kommt mit dem Bus" })], {
      ags,
      unterkunft: "Musterhaus Probe",
    });
  const names = ["Abla", "Bela", "Cora", "Daria", "Edda", "Fadi"];
  const { id, zuweisungen } = await stapel(actor, [...names.map(named), haushalt([], { anzahl: 4 }), named("Abla")]);
  const [zuweisung = "", angekommen = "", erst = "", orientiert = "", fort = "", verlegt = "", ohne = ""] = zuweisungen;
  await schritt(actor, { id: angekommen, version: 1 }, "angekommen");
  await gespraech(actor, { id: erst, version: 1 }, gespraechTyped(ags, { m1_vorname: "Cora", m1_dabei: "ja" }));
  await schritt(actor, { id: fort, version: 1 }, "nicht_erreicht");
  await schritt(actor, { id: verlegt, version: 1 }, "verlegt");
  const zeile = await readAs(actor, (tx) =>
    tx.selectFrom("kim.zuweisung_zeile").select("id").executeTakeFirstOrThrow(),
  );
  const allein = await stapel(actor, [named("Gita")]);
  const paar = await stapel(actor, [named("Kemal"), named("Lara")]);
  const zwei = await stapel(actor, [named("Hava"), named("Ilja")]);
  const [verbunden = "", mit = ""] = zwei.zuweisungen;
  await writeAs(actor, (tx) => joinHaushalte(tx, actor, { id: verbunden, version: 1 }, { mit }));
  return {
    zuweisungAllein: allein.zuweisungen[0] ?? "",
    zuweisungVerbunden: verbunden,
    zuweisungPaar: paar.zuweisungen[0] ?? "",
    zeile: zeile.id,
    unterkunft: ort,
    stapel: id,
    zuweisung,
    zuweisungAngekommen: angekommen,
    zuweisungErst: erst,
    zuweisungVersuch: orientiert,
    zuweisungFort: fort,
    zuweisungOhne: ohne,
  };
}

const EINE = "/neuzuweisungen/:zuweisung";

export const probe: Probe = {
  wege: {
    "/neuzuweisungen": [
      beraterin("/neuzuweisungen"),
      nur("beraterin", "/neuzuweisungen?auswahl=nicht_erreicht"),
      nur("mukis", "/neuzuweisungen?getan=abgegeben&n=2"),
    ],
    "/neuzuweisungen/annehmen": [beraterin("/neuzuweisungen/annehmen")],
    "/neuzuweisungen/karte": [beraterin("/neuzuweisungen/karte"), nur("mukis", "/neuzuweisungen/karte")],
    "/neuzuweisungen/abgeben": [beraterin("/neuzuweisungen/abgeben"), nur("mukis", "/neuzuweisungen/abgeben")],
    "/neuzuweisungen/verteilen": [besuch("leitung")("/neuzuweisungen/verteilen")],
    "/neuzuweisungen/stapel/:stapel": [beraterin("/neuzuweisungen/stapel/:stapel?getan=angenommen")],
    "/neuzuweisungen/stapel/:stapel/zuruecknehmen": [beraterin("/neuzuweisungen/stapel/:stapel/zuruecknehmen")],
    "/neuzuweisungen/:id": [
      beraterin(EINE),
      nur("beraterin", "/neuzuweisungen/:zuweisungErst?getan=gespraech"),
      nur("beraterin", "/neuzuweisungen/:zuweisungOhne"),
      nur("beraterin", "/neuzuweisungen/:zuweisungVerbunden?getan=zusammen"),
    ],
    "/neuzuweisungen/:id/bearbeiten": [beraterin(`${EINE}/bearbeiten`)],
    "/neuzuweisungen/:id/gespraech": [
      beraterin("/neuzuweisungen/:zuweisungVersuch/gespraech"),
      nur("beraterin", "/neuzuweisungen/:zuweisungErst/gespraech"),
    ],
    "/neuzuweisungen/:id/zusammenlegen": [
      // Nothing to mistype: it is joined, and then there is nobody else on that list.
      beraterin("/neuzuweisungen/:zuweisungPaar/zusammenlegen"),
      nur("beraterin", `${EINE}/zusammenlegen`),
      nur("beraterin", "/neuzuweisungen/:zuweisungAllein/zusammenlegen"),
    ],
    "/neuzuweisungen/:id/trennen": [
      beraterin("/neuzuweisungen/:zuweisungOhne/trennen"),
      nur("beraterin", "/neuzuweisungen/:zuweisungErst/trennen"),
      nur("beraterin", "/neuzuweisungen/:zuweisungAllein/trennen"),
    ],
    "/neuzuweisungen/:id/schritt": [
      beraterin("/neuzuweisungen/:zuweisungAngekommen/schritt?nach=nicht_erreicht"),
      nur("beraterin", `${EINE}/schritt`),
    ],
    "/neuzuweisungen/:id/zuruecknehmen": [
      beraterin("/neuzuweisungen/:zuweisungFort/zuruecknehmen"),
      nur("beraterin", `${EINE}/zuruecknehmen`),
      nur("beraterin", "/neuzuweisungen/:zuweisungVerbunden/zuruecknehmen"),
    ],
    "/unterkuenfte": [koordination("/unterkuenfte"), nur("beraterin", "/unterkuenfte?getan=angelegt")],
    "/unterkuenfte/neu": [koordination("/unterkuenfte/neu")],
    "/unterkuenfte/:id/bearbeiten": [koordination("/unterkuenfte/:unterkunft/bearbeiten")],
  },
  dateien: ["/neuzuweisungen/annehmen/vorlage"],
  arten: {
    "/neuzuweisungen/": "zuweisung",
    "/entwurf/zuweisung-gespraech/": "zuweisung",
    "/unterkuenfte/": "unterkunft",
  },
  akten: ["/neuzuweisungen/"],
  make,
};
