import { z } from "zod";
import { type Visit, page, PageAs, Redirect } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, openRecordAs, readAs } from "../../../platform/db.ts";
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
import { ganzeListe, listenseite, summeOf } from "../queries/liste.ts";

const Query = z.object({ als: z.enum(FORMATE).optional() });

/** What the list needs to be told: words of the codes, Kommunen with the closed ones, as older consultations were there. */
async function worte(tx: Tx) {
  const [listen, orte] = await Promise.all([codelisten(tx), kommunen(tx)]);
  return { listen, orte, woerter: listenwoerter(listen, orte) };
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
    const shown = await readAs(actor, async (tx) => {
      // How many there are is known before the page: it says how that is found. The rest is asked with it.
      const [words, whom, gesamt] = await Promise.all([
        worte(tx),
        vertretene(tx, actor),
        asked.ok ? summeOf(tx, actor, asked.filter) : undefined,
      ]);
      const w = { ...words, vertretene: whom };
      if (!asked.ok || gesamt === undefined) return { ...w, gefunden: undefined };
      const seite = await listenseite(tx, actor, asked.filter, gesamt.anzahl, w.woerter.folge);
      return { ...w, gefunden: { gesamt, seite } };
    });
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
