import { type Tx, writeAs } from "../../../platform/db.ts";
import { type Befund, type Stand, unlesbarerBefund } from "../model/uebernahme.ts";
import { type Gespeichert, type ListeId, gespeichert, holdIn } from "../queries/gespeichert.ts";
import { openBefund, sealBefund } from "../queries/siegel.ts";

const ADMINISTRATION =
  "Melden Sie es der Administration; im Betriebslog steht der Auftrag mit der Kennung dieser Liste.";
const READING = `Beim Lesen dieser Datei brach KIM dreimal ab. Sie wird nicht noch einmal gelesen. Kopieren Sie nur die Liste in eine neue Datei und laden Sie diese hoch. ${ADMINISTRATION}`;
const TAKING = `Bei der Übernahme dieser Liste brach KIM dreimal ab; sie wird nicht noch einmal begonnen. Nichts davon ist übernommen. ${ADMINISTRATION}`;
const BACK = `Beim Zurücknehmen dieser Liste brach KIM dreimal ab; es wird nicht noch einmal begonnen. Sie ist weiter ganz übernommen. ${ADMINISTRATION}`;

/** The three below: what becomes of a list whose job brought the worker down three times. Its file is not opened for that. */
export const giveUpReading = (id: ListeId): Promise<void> =>
  mark(id, "liest", "unlesbar", (_, liste) => unlesbarerBefund(liste.datei, READING));

export const giveUpTaking = (id: ListeId): Promise<void> =>
  mark(id, "uebernimmt", "gelesen", (befund) => befund && { ...befund, meldung: TAKING });

export const giveUpTakingBack = (id: ListeId): Promise<void> =>
  mark(id, "nimmt_zurueck", "uebernommen", (befund) => befund && { ...befund, meldung: BACK });

async function mark(
  id: ListeId,
  from: Stand,
  to: Stand,
  told: (befund: Befund | null, liste: Gespeichert) => Befund | null,
): Promise<void> {
  const liste = await gespeichert(id, from, "ohne Inhalt");
  if (liste === undefined) return;
  await writeAs(liste.actor, async (tx) => {
    if (await holdIn(tx, id, from)) await write(tx, liste, to, told);
  });
}

async function write(tx: Tx, liste: Gespeichert, stand: Stand, told: Parameters<typeof mark>[3]): Promise<void> {
  const row = await tx.selectFrom("kim.uebernahme").select("befund").where("id", "=", liste.id).executeTakeFirst();
  const befund = told(await openBefund(liste.key, liste, row?.befund ?? null), liste);
  await tx
    .updateTable("kim.uebernahme")
    .set({
      stand,
      fortschritt: 100,
      ...(befund === null ? {} : { befund: await sealBefund(liste.key, liste, befund) }),
    })
    .where("id", "=", liste.id)
    .execute();
}
