import {
  addMitglied,
  confirmMitglied,
  confirmVertretung,
  foundTeam,
  giveUebergabe,
  giveVertretung,
  orderUebergabe,
} from "../../src/domains/zustaendigkeit/index.ts";
import { markRead } from "../../src/domains/zustaendigkeit/commands/mark-read.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");
const leitung = besuch("leitung");
const datenschutz = besuch("datenschutz");
const TEAM = "/vertretungen/teams/:team";
const MITGLIED = `${TEAM}/mitglieder/:mitglied`;

/**
 * Kim Neuling is on holiday and represented by the `beraterin`, by herself and once more by order, of which she has not read;
 * another order waits. Both belong to a team that somebody else waits for.
 */
async function make(ort: Ort): Promise<Ids> {
  const { stelle, actorOf } = ort;
  const [ich, neue, leitet, zeugin] = [stelle.konto.actor, actorOf("neue"), actorOf("leitung"), actorOf("datenschutz")];
  const order = (by: Actor, von: number) => {
    const days = { von: daysFrom(today(), von), bis: daysFrom(today(), von + 14) };
    const eingabe = { vertreten: neue.kontoId, durch: ich.kontoId, grund: "urlaub", ...days };
    return writeAs(by, (tx) => giveVertretung(tx, by, eingabe));
  };
  const vertretung = await order(neue, 0);
  const vertretungWartet = await order(leitet, 20);
  const confirmed = await order(leitet, 40);
  await writeAs(zeugin, (tx) => confirmVertretung(tx, zeugin, { id: confirmed }));
  const team = await writeAs(leitet, (tx) => foundTeam(tx, leitet, { name: "Team Siegburg" }));
  const add = (of: Actor) => writeAs(leitet, (tx) => addMitglied(tx, leitet, { team, konto: of.kontoId }));
  for (const one of [ich, neue]) {
    const mitglied = await add(one);
    await writeAs(zeugin, (tx) => confirmMitglied(tx, zeugin, { team, mitglied }));
  }
  await writeAs(ich, (tx) => markRead(tx, ich));
  const mitglied = await add(actorOf("erneuert"));
  return { vertretung, vertretungWartet, team, mitglied, ...(await handOvers(ort)) };
}

/** Somebody who does not counsel left work behind, a part of which is about to go to the `beraterin`, who got a person before. */
async function handOvers({ db, stelle, actorOf, ids }: Ort): Promise<Ids> {
  const [neue, leitet, offen] = [actorOf("neue"), actorOf("leitung"), actorOf("dezernat").kontoId];
  const { kontoId: an, kreis, traegerId } = stelle.konto.actor;
  await db.admin(
    "insert into kim.offene_arbeit (kreis, konto_id, art, traeger_id, anzahl) values ($1, $2, 'person', $3, 3)",
    [kreis, offen, traegerId],
  );
  const eingabe = { an, notiz: "Bitte zuerst die Familie aus Lohmar.", hoechstens: "2", rest: false };
  const uebergabeWartet = await writeAs(leitet, (tx) => orderUebergabe(tx, leitet, offen, eingabe));
  const uebergabe = await writeAs(neue, (tx) => giveUebergabe(tx, neue, { an, notiz: "Ruft freitags an." }, undefined));
  await db.admin(
    "update kim.uebergabe set getan = now(), gesehen = now(), personen = 1, beratungen = 4 where id = $1",
    [uebergabe],
  );
  await db.admin("update kim.person set uebergabe_id = $1 where id = $2", [uebergabe, ids["person"]]);
  return { offen, uebergabe, uebergabeWartet };
}

export const probe: Probe = {
  wege: {
    "/vertretung": [beraterin("/vertretung?getan=gegeben"), nur("neue", "/vertretung")],
    "/beratungen": [nur("beraterin", "/beratungen?wessen=alle")],
    "/personen": [nur("beraterin", "/personen?wessen=alle")],
    "/faelle": [nur("beraterin", "/faelle?wessen=alle")],
    "/verweise": [nur("beraterin", "/verweise?wessen=alle")],
    "/fristen": [nur("beraterin", "/fristen?stand=offen&wessen=alle")],
    "/termine": [nur("beraterin", "/termine?wessen=alle")],
    "/neuzuweisungen": [nur("beraterin", "/neuzuweisungen?wessen=alle")],
    "/vertretung/neu": [beraterin("/vertretung/neu")],
    "/vertretung/:id/beenden": [beraterin("/vertretung/:vertretung/beenden")],
    "/vertretung/team/:team/verlassen": [beraterin("/vertretung/team/:team/verlassen")],
    "/vertretung/uebergeben": [beraterin("/vertretung/uebergeben")],
    "/vertretung/uebergaben/:id": [beraterin("/vertretung/uebergaben/:uebergabe")],
    "/personen/:id/uebergeben": [beraterin("/personen/:person/uebergeben")],
    "/vertretungen/offen/:offen": [leitung("/vertretungen/offen/:offen")],
    "/vertretungen/uebergaben/:id/bestaetigen": [datenschutz("/vertretungen/uebergaben/:uebergabeWartet/bestaetigen")],
    "/vertretungen/uebergaben/:id/zuruecknehmen": [leitung("/vertretungen/uebergaben/:uebergabeWartet/zuruecknehmen")],
    "/vertretungen": [leitung("/vertretungen"), nur("datenschutz", "/vertretungen?getan=bestaetigt")],
    "/vertretungen/neu": [leitung("/vertretungen/neu")],
    "/vertretungen/:id/bestaetigen": [
      datenschutz("/vertretungen/:vertretungWartet/bestaetigen"),
      nur("leitung", "/vertretungen/:vertretungWartet/bestaetigen"),
    ],
    "/vertretungen/:id/beenden": [leitung("/vertretungen/:vertretungWartet/beenden")],
    "/vertretungen/teams/neu": [leitung("/vertretungen/teams/neu")],
    "/vertretungen/teams/:team": [leitung(TEAM), nur("datenschutz", TEAM)],
    "/vertretungen/teams/:team/beenden": [leitung(`${TEAM}/beenden`)],
    "/vertretungen/teams/:team/mitglieder/:mitglied/bestaetigen": [
      datenschutz(`${MITGLIED}/bestaetigen`),
      nur("leitung", `${MITGLIED}/bestaetigen`),
    ],
    "/vertretungen/teams/:team/mitglieder/:mitglied/entfernen": [leitung(`${MITGLIED}/entfernen`)],
  },
  arten: {
    "/vertretung/uebergaben/": "uebergabe",
    "/vertretungen/uebergaben/": "uebergabeWartet",
    "/vertretung/": "vertretung",
    "/vertretungen/": "vertretungWartet",
  },
  after: ["zugang", "personen", "beratungen"],
  make,
};
