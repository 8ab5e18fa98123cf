import { z } from "zod";
import { type Visit, page, PageAs, Redirect } from "../../../platform/access.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, lastly, openRecordAs, readAs } from "../../../platform/db.ts";
import { readFilter } from "../../../platform/filter.ts";
import { readQuery } from "../../../platform/form.ts";
import { codelisten } from "../../codelisten/index.ts";
import { vertretene } from "../../zustaendigkeit/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { FORMATE, type Format, listeAlsDatei } from "../documents/liste-datei.ts";
import { Listenadresse, adresse } from "../model/filter.ts";
import { listenwoerter } from "../model/listenwoerter.ts";
import { LIST, getan } from "../parts/getan.ts";
import { Liste } from "../parts/liste.tsx";
import { ganzeListe, istErste, listenseite, summeOf } from "../queries/liste.ts";

const Query = z.object({ als: z.enum(FORMATE).optional() });

/** What the list needs to be told: words of the codes, Kommunen with the closed ones, as older consultations were there. */
async function worte(tx: Tx) {
  const [listen, orte] = await Promise.all([codelisten(tx), kommunen(tx)]);
  return { listen, orte, woerter: listenwoerter(listen, orte) };
}

/** All that the page shows; the first one of a list of one's own is one question. */
async function gezeigt(tx: Tx, actor: Actor, filter: Listenadresse | undefined) {
  // Kept in memory after the first time: nothing else has to wait for it.
  await codelisten(tx);
  const erste = filter !== undefined && istErste(actor, filter);
  // Whose names have to be looked up asks once more.
  if (erste && actor.konten.length === 1) lastly(tx);
  const [words, whom, gesamt, first] = await Promise.all([
    worte(tx),
    vertretene(tx, actor),
    filter && summeOf(tx, actor, filter),
    erste ? listenseite(tx, actor, filter) : undefined,
  ]);
  const w = { ...words, vertretene: whom };
  if (filter === undefined || gesamt === undefined) return { ...w, gefunden: undefined };
  // How many there are is known before any other page: it says how that is found.
  const seite = first ?? (await listenseite(tx, actor, filter, gesamt.anzahl, w.woerter.folge));
  return { ...w, gefunden: { gesamt, seite } };
}

/** One's own consultations, newest first; filter and order stand in the address. */
export const show = page({
  path: LIST,
  permission: "beratung.lesen",
  notices: getan,
  show: async (visit) => {
    const asked = readFilter(Listenadresse, visit.url, today());
    if (asked.ok && asked.plain !== undefined) return new Redirect(asked.plain);
    const { als } = readQuery(Query, visit.url);
    if (asked.ok && als !== undefined) return mitnehmen(visit, asked.filter, als);
    const { actor, frame } = visit;
    const shown = await readAs(actor, (tx) => gezeigt(tx, actor, asked.ok ? asked.filter : undefined));
    const filter = asked.ok ? asked.filter : {};
    const html = <Liste frame={frame} filter={filter} rejected={asked.ok ? undefined : asked.rejected} {...shown} />;
    return asked.ok ? html : new PageAs(html, { status: 422 });
  },
});

/** So many fit into one file: an account's consultations of many years. */
const MOST = 20_000;

/** The list as a file: own consultations only, as the wall lets nothing else through; that it was taken away is an event. */
async function mitnehmen({ actor }: Visit, filter: Listenadresse, format: Format) {
  const { anzahl } = await readAs(actor, (tx) => summeOf(tx, actor, filter));
  if (anzahl > MOST) return new Redirect(getan.after(adresse(filter), "zuviel"));
  const whose = filter.wessen === undefined || filter.wessen === "alle" ? actor.kontoId : filter.wessen;
  const subject = { art: "beratungsliste", id: whose };
  const { bytes, type } = await openRecordAs(actor, subject, `als Datei mitgenommen (${format})`, async (tx) => {
    const { woerter } = await worte(tx);
    return listeAlsDatei(await ganzeListe(tx, actor, filter, woerter.folge), woerter, format);
  });
  const what = filter.zurueckgezogene === "ja" ? "KIM-Beratungen-zurueckgezogen" : "KIM-Beratungen";
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${what}-${today()}.${format}"` },
  });
}
