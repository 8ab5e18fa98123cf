import {
  AusleiheEingabe,
  GeraetEingabe,
  NeuerEinsatz,
  SchrittEingabe,
  SprachmittlerEingabe,
  addGeraet,
  addSprachmittler,
  bookSprachmittlung,
  lendGeraet,
  moveSprachmittlung,
} from "../../src/domains/verstaendigung/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");
const koordination = besuch("koordination");

/** Somebody of the pool, bookings in three states, a device that is there and one that should have come back. */
async function make({ stelle, actorOf }: Ort): Promise<Ids> {
  const [actor, leitet] = [stelle.konto.actor, actorOf("koordination")];
  const person = SprachmittlerEingabe.parse({
    name: "Sina Sprachmuster",
    sprachen: ["ar"],
    geschlecht: "weiblich",
    art: "honorar",
    satz: "25,50",
    telefon: "0171 0000",
    verpflichtet_am: "2026-01-05",
  });
  const sprachmittler = await writeAs(leitet, (tx) => addSprachmittler(tx, leitet, person));
  const book = (more: Readonly<Record<string, string>>) => {
    const typed = { sprache: "ar", weg: "vor_ort", tag: today(), dauer: "60", standort: stelle.standortId, ...more };
    return writeAs(actor, (tx) => bookSprachmittlung(tx, actor, NeuerEinsatz.parse(typed)));
  };
  const offen = await book({ beginn: "9:00" });
  const gebucht = await book({ beginn: "11:00", sprachmittler });
  const geleistet = await book({ beginn: "14:00", sprachmittler });
  const step = SchrittEingabe.parse({ nach: "geleistet", minuten: "50", fahrt: "4,80" });
  await writeAs(actor, (tx) => moveSprachmittlung(tx, actor, { id: geleistet, version: 1 }, step));
  const add = (name: string) => {
    const typed = { name, standort: stelle.standortId, zustand: "bereit", sprachen: ["ar"] };
    return writeAs(leitet, (tx) => addGeraet(tx, leitet, GeraetEingabe.parse(typed)));
  };
  const geraet = await add("Gerät 1");
  const verliehen = await add("Gerät 2");
  const lent = AusleiheEingabe.parse({ wer: "Ehrenamt Musterdorf", seit: "2026-10-01", bis: "2026-10-15" });
  await writeAs(actor, (tx) => lendGeraet(tx, actor, { id: verliehen, version: 1 }, lent));
  return {
    sprachmittler,
    einsatz: gebucht,
    einsatzOffen: offen,
    einsatzGeleistet: geleistet,
    geraet,
    geraetVerliehen: verliehen,
  };
}

const EINSATZ = "/sprachmittlungen/:einsatz";

export const probe: Probe = {
  wege: {
    "/satzbuch": [beraterin("/satzbuch"), nur("abh", "/satzbuch?sprache=uk")],
    "/satzbuch/zeigen": [
      beraterin("/satzbuch/zeigen?sprache=ar&satz=wobei"),
      nur("beraterin", "/satzbuch/zeigen?sprache=de&satz=arzt"),
    ],
    "/uebersetzen": [beraterin("/uebersetzen")],
    "/sprachmittelnde": [beraterin("/sprachmittelnde"), nur("koordination", "/sprachmittelnde?sprache=fa")],
    "/sprachmittelnde/neu": [koordination("/sprachmittelnde/neu")],
    "/sprachmittelnde/:id": [koordination("/sprachmittelnde/:sprachmittler")],
    "/sprachmittelnde/:id/bearbeiten": [koordination("/sprachmittelnde/:sprachmittler/bearbeiten")],
    "/sprachmittlungen": [
      beraterin("/sprachmittlungen"),
      nur("koordination", "/sprachmittlungen?auswahl=alle"),
      nur("leitung", "/sprachmittlungen?auswahl=unbesetzt"),
    ],
    "/sprachmittlungen/neu": [beraterin("/sprachmittlungen/neu?sprache=ar&dauer=45")],
    "/sprachmittlungen/abrechnung": [
      koordination("/sprachmittlungen/abrechnung"),
      nur("koordination", "/sprachmittlungen/abrechnung?monat=2026-01"),
    ],
    "/sprachmittlungen/:id": [
      beraterin(EINSATZ),
      nur("koordination", "/sprachmittlungen/:einsatzOffen?getan=angefragt"),
      nur("beraterin", "/sprachmittlungen/:einsatzGeleistet"),
    ],
    "/sprachmittlungen/:id/bearbeiten": [beraterin(`${EINSATZ}/bearbeiten`)],
    "/sprachmittlungen/:id/schritt": [
      beraterin(`${EINSATZ}/schritt?nach=geleistet`),
      nur("koordination", "/sprachmittlungen/:einsatzOffen/schritt?nach=gebucht"),
    ],
    "/uebersetzungsgeraete": [beraterin("/uebersetzungsgeraete"), nur("leitung", "/uebersetzungsgeraete?lage=weg")],
    "/uebersetzungsgeraete/neu": [koordination("/uebersetzungsgeraete/neu")],
    "/uebersetzungsgeraete/:id": [
      koordination("/uebersetzungsgeraete/:geraet"),
      nur("beraterin", "/uebersetzungsgeraete/:geraetVerliehen"),
    ],
    "/uebersetzungsgeraete/:id/bearbeiten": [koordination("/uebersetzungsgeraete/:geraet/bearbeiten")],
    "/uebersetzungsgeraete/:id/verleihen": [beraterin("/uebersetzungsgeraete/:geraet/verleihen")],
    "/uebersetzungsgeraete/:id/zurueck": [beraterin("/uebersetzungsgeraete/:geraetVerliehen/zurueck")],
    "/uebersetzungsgeraete/:id/verlaengern": [beraterin("/uebersetzungsgeraete/:geraetVerliehen/verlaengern")],
  },
  dateien: ["/satzbuch/druck"],
  arten: { "/sprachmittelnde/": "sprachmittler", "/sprachmittlungen/": "einsatz", "/uebersetzungsgeraete/": "geraet" },
  akten: ["/sprachmittlungen/"],
  make,
};
