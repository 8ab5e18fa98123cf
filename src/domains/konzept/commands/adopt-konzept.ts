import { createHash } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, holdNext } from "../../../platform/held.ts";
import { beschluesse } from "../../gremien/index.ts";
import { dateiOf } from "../documents/dateien.ts";
import type { BeschlussEingabe } from "../model/eingabe.ts";
import type { Kapitel } from "../model/konzept.ts";
import { konzeptPapier, papierFassung } from "../model/konzeptpapier.ts";
import { bilderFehlen, bilderSatz } from "../model/word-bilder.ts";
import { FORMATE, type FassungKopf, fassungKopf, fassungen } from "../queries/fassungen.ts";
import { heldKonzept } from "../queries/konzepte.ts";
import { standOf } from "../queries/stand.ts";
import { refuseNamen } from "../rows/pruefen.ts";

const sha256 = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");

/** The decision that adopts, in words. @throws Refused (field `beschluss`) for one that refused, or adopted a version already */
async function angenommen(tx: Tx, id: string, bisher: readonly FassungKopf[]) {
  const found = (await beschluesse(tx, { ids: [id] })).find(({ ergebnis }) => ergebnis === "angenommen");
  if (found === undefined)
    throw new Refused(
      "Diesen Beschluss gibt es nicht, oder er wurde abgelehnt. Wählen Sie einen anderen.",
      "beschluss",
    );
  const used = bisher.find(({ beschlussId }) => beschlussId === id);
  if (used !== undefined)
    throw new Refused(
      `Mit diesem Beschluss ist schon Fassung ${used.nummer} festgehalten. Wählen Sie einen anderen.`,
      "beschluss",
    );
  const { gefasstAm, nummer, gremium, wortlaut } = found;
  return { gefasstAm, beschluss: `Nr. ${nummer}, ${gremium}: ${wortlaut}` };
}

/** Nobody writes in any part until the end of the transaction. */
async function lockTeile(tx: Tx, konzeptId: string): Promise<void> {
  holdNext(tx, "kim.konzept_teil");
  await sql`
    select from kim.konzept_teil t
    where exists (select from kim.konzept_kapitel k where k.kreis = t.kreis and k.id = t.kapitel_id and k.konzept_id = ${konzeptId})
    order by t.id for no key update of t`.execute(tx);
}

/** @throws Refused as long as a text says that a picture of a Word file is missing */
function refuseBilder(kapitel: readonly Kapitel[]): void {
  const missing = bilderFehlen(kapitel);
  if (missing.length > 0)
    throw new Refused(
      `Hier fehlt noch ein Bild aus der Word-Datei: ${bilderSatz(missing)}. Schreiben Sie dort, was es zeigt, oder nehmen Sie die Stelle heraus.`,
    );
}

/**
 * Keeps a draft as the version that a Beschluss adopted: figures, paper and files as they are now. The draft goes on as the next one.
 * Returns the id of the version.
 * @throws NotFound for whoever does not lead the group
 * @throws Refused where a text changed since it was read (`gelesen`), nothing is written, or the decision (field `beschluss`) adopts nothing
 */
export async function adoptKonzept(
  tx: Tx,
  actor: Actor,
  { id }: Pick<At, "id">,
  { gelesen, beschluss: beschlussId, aenderung, oeffentlich, kein_name }: BeschlussEingabe,
): Promise<string> {
  const konzept = await heldKonzept(tx, actor, id);
  if (!konzept.steuert) throw new NotFound();
  await lockTeile(tx, id);
  const now = await standOf(tx, actor, konzept);
  if (papierFassung(now) !== gelesen)
    throw new Refused(
      "Seit Sie den Entwurf gelesen haben, wurde daran geschrieben. Lesen Sie ihn noch einmal.",
      "gelesen",
    );
  if (now.kapitel.every(({ teile }) => teile.every(({ text }) => text === "")))
    throw new Refused("In diesem Entwurf steht noch nichts. Beschlossen wird ein Text.");
  refuseBilder(now.kapitel);
  await refuseNamen(tx, actor, { aenderung }, kein_name);
  const bisher = await fassungen(tx, id);
  const { gefasstAm: beschlossenAm, beschluss } = await angenommen(tx, beschlussId, bisher);
  const nummer = (bisher[0]?.nummer ?? 0) + 1;
  const papier = konzeptPapier({ ...now, fassung: { nummer, beschlossenAm, beschluss } });
  const files: { readonly art: (typeof FORMATE)[number]; readonly inhalt: Buffer; readonly pruefsumme: string }[] = [];
  for (const art of FORMATE) {
    const inhalt = await dateiOf(papier, art);
    files.push({ art, inhalt, pruefsumme: sha256(inhalt) });
  }
  const fassung = crypto.randomUUID();
  const { kreis } = actor;
  await tx
    .insertInto("kim.konzept_fassung")
    .values({
      kreis,
      id: fassung,
      konzept_id: id,
      nummer,
      beschluss_id: beschlussId,
      beschlossen_am: beschlossenAm,
      beschluss,
      aenderung,
      papier: JSON.stringify(papier),
      pruefsumme: sha256(files.map(({ pruefsumme }) => pruefsumme).join("\n")),
      oeffentlich,
      festgehalten_am: today(),
      festgehalten_von: actor.kontoId,
    })
    .execute();
  await tx
    .insertInto("kim.konzept_dokument")
    .values(files.map((file) => ({ kreis, fassung_id: fassung, ...file })))
    .execute();
  await recordEvent(tx, actor, { art: "konzept.beschlossen", gegenstand: { art: "konzept", id } });
  return fassung;
}

/** Puts a version on the page that everybody can read, or takes it off. @throws NotFound */
export async function setOeffentlich(
  tx: Tx,
  actor: Actor,
  { id }: Pick<At, "id">,
  oeffentlich: boolean,
): Promise<void> {
  const { konzeptId } = await fassungKopf(tx, id);
  await tx.updateTable("kim.konzept_fassung").set({ oeffentlich }).where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "konzept.veroeffentlicht", gegenstand: { art: "konzept", id: konzeptId } });
}
