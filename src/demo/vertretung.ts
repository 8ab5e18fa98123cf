import type { Rolle } from "../domains/zugang/index.ts";
import { actorOf } from "../domains/zugang/index.ts";
import {
  addMitglied,
  confirmMitglied,
  foundTeam,
  giveVertretung,
  markRead,
  orderUebergabe,
} from "../domains/zustaendigkeit/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysBefore } from "./kalender.ts";

/** Accounts of the demo by the word that the demo uses for them. */
export type Leute = ReadonlyMap<string, Pick<Actor, "kreis" | "traegerId" | "kontoId">>;

const HOLIDAY = { von: 2, bis: -12 };

/**
 * Somebody on holiday who is represented, a team that one more is about to join, and the open work of somebody who left, of which
 * a part waits for a second person.
 */
export async function loadVertretungen(leute: Leute): Promise<void> {
  const as = (wer: string, ...rollen: Rolle[]): Actor => {
    const one = leute.get(wer);
    if (one === undefined) throw new Error(`Die Demo kennt ${wer} nicht.`);
    return actorOf(one, rollen);
  };
  const toni = as("toni.vorlage", "cm_lokal");
  const lea = as("lea.platzhalter");
  const days = { von: daysBefore(today(), HOLIDAY.von), bis: daysBefore(today(), HOLIDAY.bis) };
  const urlaub = { vertreten: toni.kontoId, durch: lea.kontoId, grund: "urlaub", ...days };
  await writeAs(toni, (tx) => giveVertretung(tx, toni, urlaub));

  const leitung = as("ludger.leitmuster", "traeger_leitung");
  const zeugin = as("dora.datenschutz", "datenschutz");
  const team = await writeAs(leitung, (tx) => foundTeam(tx, leitung, { name: "Team Siegburg" }));
  for (const wer of ["mira.beispiel", "zoe.modellfall", "bela.muster"]) {
    const konto = as(wer).kontoId;
    const mitglied = await writeAs(leitung, (tx) => addMitglied(tx, leitung, { team, konto }));
    if (wer !== "bela.muster") await writeAs(zeugin, (tx) => confirmMitglied(tx, zeugin, { team, mitglied }));
  }
  const mira = as("mira.beispiel", "cm_lokal");
  await writeAs(mira, (tx) => markRead(tx, mira));

  const susi = as("susi.sorglos", "traeger_leitung");
  const teil = { an: toni.kontoId, notiz: "Bitte zuerst die Familien aus Hennef.", hoechstens: "10", rest: false };
  await writeAs(susi, (tx) => orderUebergabe(tx, susi, as("gitta.gegangen").kontoId, teil));
}
