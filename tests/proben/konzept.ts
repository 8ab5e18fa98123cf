import { adoptKonzept } from "../../src/domains/konzept/commands/adopt-konzept.ts";
import { addKommentar } from "../../src/domains/konzept/commands/comment.ts";
import { addMitglied } from "../../src/domains/konzept/commands/mitglied.ts";
import { addQuelle } from "../../src/domains/konzept/commands/quelle.ts";
import { addVorschlag } from "../../src/domains/konzept/commands/suggest.ts";
import { papierFassung } from "../../src/domains/konzept/model/konzeptpapier.ts";
import { kommentareZu } from "../../src/domains/konzept/queries/besprechung.ts";
import { quellenIn, teilOf } from "../../src/domains/konzept/queries/kapitel.ts";
import { konzeptOf } from "../../src/domains/konzept/queries/konzepte.ts";
import { standOf } from "../../src/domains/konzept/queries/stand.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { beschlussFuer } from "../support/beschluss.ts";
import { kapitelDavon, neuesKonzept, schreibTeil } from "../support/konzept.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const koordination = besuch("koordination");

async function beschliesse(actor: Actor, id: string): Promise<string> {
  const beschluss = await beschlussFuer(actor);
  const gelesen = await readAs(actor, async (tx) =>
    papierFassung(await standOf(tx, actor, await konzeptOf(tx, actor, id))),
  );
  const input = { gelesen, beschluss, aenderung: "Plätze für Alfter.", oeffentlich: true, geprueft: "ja" } as const;
  return writeAs(actor, (tx) => adoptKonzept(tx, actor, { id }, input));
}

/** A draft that is talked about, one that was adopted twice and goes on, one that nobody but the coordination sees. */
async function make({ stelle, actorOf }: Ort): Promise<Ids> {
  const actor = actorOf("koordination");
  const konzept = await neuesKonzept(actor);
  const teil = await schreibTeil(
    actor,
    konzept,
    "ausgangslage",
    "Im Jahr waren es **{beratungen}** Beratungen.\n\n# Plätze\n\n- Alfter\n- Bornheim\n\nTabelle: Plätze\n| Ort | Plätze |\n| Alfter | 12 |",
  );
  const mitglied = { email: stelle.konto.email, fuer: "Case Management", schreibt: false };
  await writeAs(actor, (tx) => addMitglied(tx, actor, { id: konzept }, mitglied));
  await writeAs(actor, (tx) => addQuelle(tx, actor, { id: konzept }, { text: "Bedarfsplanung 2026", adresse: null }));
  await writeAs(actor, (tx) => addKommentar(tx, actor, { id: teil.id }, { stelle: "- Alfter", text: "Und Much?" }));
  const vorschlag = { text: `${teil.text}\n\nMehr in Much.`, grund: "Fehlt." };
  const konzeptVorschlag = await writeAs(actor, (tx) => addVorschlag(tx, actor, teil, vorschlag));
  const beschlossen = await neuesKonzept(actor, "Schule");
  await schreibTeil(actor, beschlossen, "ziel", "Kein Kind wartet.");
  const konzeptAlt = await beschliesse(actor, beschlossen);
  await schreibTeil(actor, beschlossen, "ziel", "Kein Kind wartet länger als einen Monat.");
  const konzeptFassung = await beschliesse(actor, beschlossen);
  await schreibTeil(actor, beschlossen, "massnahme", "Zwei Häuser planen zusammen.");
  const [kommentar] = await readAs(actor, async (tx) => kommentareZu(tx, actor, await teilOf(tx, actor, teil.id)));
  const [quelle] = await readAs(actor, (tx) => quellenIn(tx, konzept));
  return {
    konzept,
    konzeptBeschlossen: beschlossen,
    konzeptKapitel: (await kapitelDavon(actor, konzept)).id,
    konzeptTeil: teil.id,
    konzeptKommentar: kommentar?.id ?? "",
    konzeptVorschlag,
    konzeptQuelle: quelle?.id ?? "",
    konzeptAlt,
    konzeptFassung,
    kreis: actor.kreis,
  };
}

const EINS = "/konzept/:konzept";
const TEIL = "/konzept/teile/:konzeptTeil";
const FASSUNG = "/konzept/fassungen/:konzeptFassung";
const OFFEN = "/handlungskonzept/:kreis";

export const probe: Probe = {
  wege: {
    "/konzept": [koordination("/konzept"), nur("beraterin", "/konzept"), nur("dezernat", "/konzept?getan=verworfen")],
    "/konzept/neu": [koordination("/konzept/neu")],
    "/konzept/word": [koordination("/konzept/word")],
    "/konzept/:id": [koordination(EINS), nur("beraterin", EINS), nur("koordination", "/konzept/:konzeptBeschlossen")],
    "/konzept/:id/titel": [koordination(`${EINS}/titel`)],
    "/konzept/:id/kapitel": [koordination(`${EINS}/kapitel`)],
    "/konzept/:id/gruppe": [koordination(`${EINS}/gruppe`), nur("beraterin", `${EINS}/gruppe`)],
    "/konzept/:id/quellen": [koordination(`${EINS}/quellen`)],
    "/konzept/:id/beschluss": [
      koordination(`${EINS}/beschluss`),
      nur("koordination", "/konzept/:konzeptBeschlossen/beschluss"),
    ],
    "/konzept/:id/unterschied": [nur("koordination", "/konzept/:konzeptBeschlossen/unterschied")],
    "/konzept/:id/verwerfen": [nur("koordination", `${EINS}/verwerfen`)],
    "/konzept/kapitel/:id": [koordination("/konzept/kapitel/:konzeptKapitel")],
    "/konzept/quellen/:id": [koordination("/konzept/quellen/:konzeptQuelle")],
    "/konzept/teile/:id": [koordination(TEIL)],
    "/konzept/teile/:id/besprechen": [
      koordination(`${TEIL}/besprechen`),
      nur("beraterin", `${TEIL}/besprechen?absatz=3`),
    ],
    "/konzept/teile/:id/vorschlag": [besuch("beraterin")(`${TEIL}/vorschlag`)],
    "/konzept/teile/:id/verlauf": [koordination(`${TEIL}/verlauf`)],
    "/konzept/vorschlaege/:id": [koordination("/konzept/vorschlaege/:konzeptVorschlag")],
    "/konzept/fassungen/:id": [
      nur("koordination", `${FASSUNG}?getan=beschlossen`),
      nur("dezernat", "/konzept/fassungen/:konzeptAlt"),
    ],
    "/konzept/fassungen/:id/unterschied": [nur("dezernat", `${FASSUNG}/unterschied`)],
    "/handlungskonzept/:kreis": [nur("niemand", OFFEN)],
    "/handlungskonzept/:kreis/:id": [nur("niemand", `${OFFEN}/:konzeptFassung`)],
  },
  dateien: ["pdf", "docx"].flatMap((format) => [
    `/konzept/:id/${format}`,
    `/konzept/fassungen/:id/${format}`,
    `/handlungskonzept/:kreis/:id/${format}`,
  ]),
  arten: {
    "/konzept/teile/": "konzeptTeil",
    "/konzept/kapitel/": "konzeptKapitel",
    "/konzept/quellen/": "konzeptQuelle",
    "/konzept/kommentare/": "konzeptKommentar",
    "/konzept/vorschlaege/": "konzeptVorschlag",
    "/konzept/fassungen/": "konzeptFassung",
    "/konzept/": "konzept",
    "/handlungskonzept/": "konzeptFassung",
    "/entwurf/konzeptteil/": "konzeptTeil",
  },
  make,
};
