import { NeueLuecke } from "../../src/domains/luecken/index.ts";
import { addFall, dropStation, reportStation } from "../../src/domains/rekonstruktion/index.ts";
import { writeAs } from "../../src/platform/db.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { ERGEBNIS, begonnene, inArbeit, station, weiter } from "../support/rekonstruktion.ts";

const koordination = besuch("koordination");
const beraterin = besuch("beraterin");

/** One in each state: begun, worked on with a case, stations and one that was dropped, closed with a gap, opened again. */
async function make({ stelle, actorOf, ids }: Ort): Promise<Ids> {
  const leitet = actorOf("koordination");
  const { actor, email } = stelle.konto;
  const begonnen = await begonnene(leitet, { ausgangslage: "Eine Familie mit drei Kindern zieht zu." });
  const offen = await inArbeit(leitet, email);
  const erste = await station(leitet, offen, { wann: "am Anfang", bruch: "nein", bruchgruende: [] });
  const zweite = await station(actor, offen, { gebraucht: "Ein Platz in der Nähe.", offen: "Wer vergibt die Plätze?" });
  const weg = await station(actor, offen, { geschehen: "Ein Brief kam zurück." });
  await writeAs(actor, (tx) => dropStation(tx, actor, { id: weg, version: 1 }));
  await writeAs(actor, (tx) => addFall(tx, actor, offen, ids["fall"] ?? ""));
  const zu = await inArbeit(leitet, email);
  const bruch = await station(actor, zu, { bruch_text: "Niemand kennt alle freien Plätze." });
  const luecke = NeueLuecke.parse({
    handlungsfeld: "schule",
    satz: "Freie Plätze kennt niemand.",
    kommunen: stelle.ags,
  });
  await writeAs(actor, (tx) => reportStation(tx, actor, bruch, luecke));
  await weiter(leitet, zu, "abgeschlossen", ERGEBNIS);
  const wieder = await inArbeit(leitet);
  await station(leitet, wieder);
  await weiter(leitet, wieder, "abgeschlossen", ERGEBNIS);
  await weiter(leitet, wieder, "wieder_offen", { grund: "Das Schulamt hat noch etwas beizutragen." });
  return {
    rekonstruktion: offen,
    rekonstruktionBegonnen: begonnen,
    rekonstruktionZu: zu,
    rekonstruktionWieder: wieder,
    station: zweite,
    stationErste: erste,
    stationWeg: weg,
    stationGemeldet: bruch,
  };
}

const EINE = "/rekonstruktionen/:rekonstruktion";
const STATION = "/rekonstruktionen/station/:station";

export const probe: Probe = {
  wege: {
    "/rekonstruktionen": [
      koordination("/rekonstruktionen"),
      nur("beraterin", "/rekonstruktionen"),
      nur("dezernat", "/rekonstruktionen"),
    ],
    "/rekonstruktionen/neu": [koordination("/rekonstruktionen/neu")],
    "/rekonstruktionen/:id": [
      koordination(`${EINE}?getan=station`),
      nur("beraterin", EINE),
      nur("koordination", "/rekonstruktionen/:rekonstruktionBegonnen"),
      nur("dezernat", "/rekonstruktionen/:rekonstruktionZu"),
      nur("koordination", "/rekonstruktionen/:rekonstruktionWieder"),
    ],
    "/rekonstruktionen/:id/bearbeiten": [koordination(`${EINE}/bearbeiten`)],
    "/rekonstruktionen/:id/gruppe": [
      koordination(`${EINE}/gruppe?getan=aufgenommen`),
      nur("koordination", "/rekonstruktionen/:rekonstruktionZu/gruppe"),
    ],
    "/rekonstruktionen/:id/faelle": [
      beraterin(`${EINE}/faelle?getan=fall`),
      nur("beraterin", "/rekonstruktionen/:rekonstruktionZu/faelle"),
    ],
    "/rekonstruktionen/:id/schritt": [
      koordination("/rekonstruktionen/:rekonstruktionWieder/schritt?nach=abgeschlossen"),
      nur("koordination", `${EINE}/schritt`),
      nur("koordination", "/rekonstruktionen/:rekonstruktionZu/schritt?nach=wieder_offen"),
    ],
    "/rekonstruktionen/:id/station": [beraterin(`${EINE}/station`), nur("beraterin", `${EINE}/station?vor=:station`)],
    "/rekonstruktionen/station/:id": [
      beraterin(STATION),
      nur("koordination", "/rekonstruktionen/station/:stationErste"),
    ],
    "/rekonstruktionen/station/:id/zuordnen": [beraterin(`${STATION}/zuordnen`)],
    "/rekonstruktionen/station/:id/luecke": [
      beraterin(`${STATION}/luecke`),
      nur("koordination", "/rekonstruktionen/station/:stationGemeldet/luecke"),
    ],
  },
  arten: {
    "/rekonstruktionen/station/": "station",
    "/rekonstruktionen/": "rekonstruktion",
    "/entwurf/rekonstruktion/": "rekonstruktion",
    "/entwurf/rekonstruktion-schritt/": "rekonstruktion",
    "/entwurf/rekonstruktion-station/": "station",
    "/entwurf/rekonstruktion-station-neu/": "rekonstruktion",
  },
  after: ["faelle"],
  make,
};
