import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { ungedeckt } from "../../auswertung/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import type { Luecke, SchrittZeile } from "../model/luecke.ts";
import type { Antworten } from "../model/antwort.ts";
import { type Beleg, ausRekonstruktion, belegVon } from "../model/gewicht.ts";
import { isEnde } from "../model/stand.ts";
import { type AehnlicheLuecke, aehnlicheZu } from "./aehnliche.ts";
import { antwortenZu } from "./antworten.ts";
import { type AusRekonstruktion, rekonstruktionenZu } from "./aus-rekonstruktion.ts";
import { alleGruppen } from "./gruppe.ts";
import { lueckeOf, schritte } from "./luecken.ts";
import { type Zeile, blickOf, zeileVon } from "./uebersicht.ts";

/** A gap with all that is known of it. */
export type Eine = {
  /** The one of the address, and what counts: itself, or the one that it was put together with. */
  readonly luecke: Luecke;
  readonly zeile: Zeile;
  readonly verlauf: readonly (SchrittZeile & { readonly name: string | undefined })[];
  readonly aehnlich: readonly AehnlicheLuecke[];
  readonly antworten: Antworten;
  /** How often people met no offer in the last year: refused referrals, and consultations without an offer. */
  readonly belege: { readonly abgelehnt: Beleg; readonly keinAngebot: Beleg };
  /** What reconstructions add, and which they are; nothing for a gap that came from none. */
  readonly gruppe: ReturnType<typeof ausRekonstruktion>;
  readonly rekonstruktionen: readonly AusRekonstruktion[];
  readonly blick: Awaited<ReturnType<typeof blickOf>>;
};

/** @throws NotFound */
export async function eineLuecke(tx: Tx, actor: Actor, id: string): Promise<Eine> {
  const luecke = await lueckeOf(tx, id);
  const blick = await blickOf(tx, actor);
  const all = (await alleGruppen(tx)).map((gruppe) => zeileVon(gruppe, blick));
  const top = all.find((z) => z.luecke.id === id || z.andere.some((one) => one.id === id));
  if (top === undefined) throw new NotFound();
  const ids = [top.luecke.id, ...top.andere.map((one) => one.id)];
  const steps = await schritte(tx, ids);
  const gruppe = ausRekonstruktion(top.meldungen, blick);
  const names = await kontoNames(tx, actor.kreis, [...new Set(steps.flatMap(({ wer }) => wer ?? []))]);
  const about = { handlungsfeld: top.luecke.handlungsfeld, kommunen: top.gewicht.kommunen };
  const unmet = await ungedeckt(tx, today());
  const open = all.filter((z) => !isEnde(z.luecke.stand));
  return {
    luecke,
    zeile: top,
    verlauf: steps.map((s) => ({ ...s, name: s.wer === null ? undefined : names.get(s.wer) })),
    aehnlich: aehnlicheZu(top, open),
    antworten: await antwortenZu(tx, ids),
    belege: { abgelehnt: belegVon(about, unmet, "abgelehnt"), keinAngebot: belegVon(about, unmet, "kein_angebot") },
    gruppe,
    rekonstruktionen: gruppe === undefined ? [] : await rekonstruktionenZu(tx, actor, ids),
    blick,
  };
}
