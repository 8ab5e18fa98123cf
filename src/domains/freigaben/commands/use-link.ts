import { setTimeout as sleep } from "node:timers/promises";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockIfThere } from "../../../platform/held.ts";
import { NO_KREIS, kreisOf, tokenHash } from "../../../platform/token.ts";
import { type DataKey, TresorError } from "../../../platform/tresor.ts";
import { openByLink } from "../../../platform/tresor/recipient.ts";
import type { PartnerAntwort } from "../model/eingabe.ts";
import { nurText } from "../model/inhalt.ts";
import { VERSUCHE, geht } from "../model/stand.ts";
import { type Head, type Kopie, holding, opened } from "../queries/kopien.ts";
import { keyPlace } from "../queries/sealed.ts";
import { lockKopie, setStand } from "../rows/kopie.ts";
import { recordReceived, refusePast, writeSchritt } from "../rows/schritt.ts";

/** The one sentence for a wrong code, a link that ended, one that was taken back, and one that never was. */
export const WRONG =
  "Link oder Code stimmen nicht, oder der Link gilt nicht mehr. Prüfen Sie den Code. Nach fünf falschen Codes ist der Link zu Ende; bitten Sie dann um einen neuen.";

/**
 * No sooner is anything refused: counting a wrong code takes longer than finding no link, and whoever measures would learn that
 * there is one.
 */
const REFUSED_AFTER_MS = 150;

/**
 * Opens the copy of a link with its code. Wrong codes are counted; the fifth ends the link for good. What the database has does
 * not open it: the key is made of the secret in the address and of the code.
 * @throws Refused, the same for a wrong code as for no such link
 */
export const openLink = (token: string, code: string): Promise<Kopie> =>
  useLink(token, code, async (tx, actor, kopie) => {
    await writeSchritt(tx, actor, kopie, { art: "geoeffnet", seite: "empfaenger" });
    await recordReceived(tx, actor, kopie, "kopie.geoeffnet", "link");
    return kopie;
  });

/** What a place without an account answers; it may say more later, as long as the link holds. @throws Refused */
export async function answerLink(token: string, { code, antwort, tag, absage, text }: PartnerAntwort): Promise<Kopie> {
  if (antwort === "termin") refusePast(antwort, tag);
  return useLink(token, code, async (tx, actor, kopie) => {
    if (!geht(kopie.art, kopie.stand, "beantwortet", "empfaenger")) throw new Refused(WRONG);
    await setStand(tx, kopie.id, "beantwortet");
    const wort = text === null && absage === null ? null : { ...nurText(text), absage };
    await writeSchritt(tx, actor, kopie, {
      art: antwort,
      seite: "empfaenger",
      tag: antwort === "termin" ? tag : null,
      wort,
    });
    await recordReceived(tx, actor, kopie, "kopie.beantwortet", "link");
    const row = await heldLink(tx, token);
    return row === undefined ? kopie : opened(tx, row, kopie.key);
  });
}

type Use = (tx: Tx, actor: Actor, kopie: Kopie) => Promise<Kopie>;

async function useLink(token: string, code: string, use: Use): Promise<Kopie> {
  const begun = performance.now();
  const found = await tryLink(token, code, use);
  if (found !== undefined) return found;
  await sleep(Math.max(0, begun + REFUSED_AFTER_MS - performance.now()));
  throw new Refused(WRONG, "code");
}

async function tryLink(token: string, code: string, use: Use): Promise<Kopie | undefined> {
  const kreis = kreisOf(token);
  if (kreis === undefined || kreis === NO_KREIS) return undefined;
  const actor = systemActor(kreis);
  // A wrong code is stored: refusing it must not undo that it was counted.
  return writeAs(actor, async (tx) => {
    const row = await heldLink(tx, token);
    const key = row === undefined ? undefined : keyOf(row, token, code);
    if (row === undefined) return undefined;
    if (key === undefined) return countWrong(tx, actor, row);
    return use(tx, actor, await opened(tx, row, key));
  });
}

/** The link of a token, held until the end; undefined for one that does not hold. */
async function heldLink(tx: Tx, token: string): Promise<Head | undefined> {
  const of = () => holding(tx).where("link_hash", "=", tokenHash(token)).where("art", "=", "link").executeTakeFirst();
  const row = await of();
  if (row === undefined || !(await lockIfThere(tx, "kim.freigabe", row.id))) return undefined;
  return of();
}

function keyOf(row: Head, token: string, code: string): DataKey | undefined {
  if (row.schluessel === null) return undefined;
  try {
    return openByLink(token, code, keyPlace(row), row.schluessel);
  } catch (error) {
    if (error instanceof TresorError) return undefined;
    throw error;
  }
}

async function countWrong(tx: Tx, actor: Actor, row: Head): Promise<undefined> {
  const event = { art: "kopie.code_falsch", gegenstand: { art: "kopie", id: row.id } };
  await recordEvent(tx, { ...actor, traegerId: row.traeger_id }, event);
  if (row.fehlversuche + 1 >= VERSUCHE) await lockKopie(tx, row.id, "versuche");
  else
    await tx
      .updateTable("kim.freigabe")
      .set({ fehlversuche: row.fehlversuche + 1 })
      .where("id", "=", row.id)
      .execute();
}
