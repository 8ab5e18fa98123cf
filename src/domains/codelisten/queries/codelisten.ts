import { z } from "zod";
import { oncePerDatabase, sql } from "../../../platform/db.ts";
import { type Codelisten, type Kode, LISTEN, type Liste } from "../model/codelisten.ts";

type Row = Kode & { readonly liste: Liste };

/** Where a list has more than code, name and order. */
const MORE: Partial<
  Record<
    Liste,
    { readonly kurz?: string; readonly taste?: string; readonly hinweis?: string; readonly gruppe?: string }
  >
> = {
  handlungsfeld: { kurz: "kurz", taste: "taste" },
  ergebnis: { kurz: "kurz", gruppe: "art" },
  verstaendigung: { hinweis: "hinweis" },
  stelle_art: { kurz: "kurz", gruppe: "modul" },
  vakanzgrund: { gruppe: "art" },
  aufenthaltsstatus: { gruppe: "gruppe" },
  werdegang: { gruppe: "bereich" },
  netzwerkart: { gruppe: "art" },
};

const select = (list: Liste) => {
  const { kurz = "name", taste = "null", hinweis = "false", gruppe = "null" } = MORE[list] ?? {};
  return `select '${list}' as liste, rang, code, name, ${kurz} as kurz, ${taste} as taste, ${hinweis} as hinweis,
    ${gruppe} as gruppe, gueltig_ab as ab, gueltig_bis as bis from ref.${list}`;
};

/** Each list that the model names, and no other. */
const ALL = z.record(z.enum(LISTEN), z.array(z.custom<Kode>()));

/** Every code list. */
export const codelisten = oncePerDatabase(async (tx): Promise<Codelisten> => {
  const all = LISTEN.map(select).join(" union all ");
  const { rows } = await sql<Row>`${sql.raw(all)} order by liste, rang, code`.execute(tx);
  return ALL.parse(Object.fromEntries(LISTEN.map((list) => [list, rows.filter((row) => row.liste === list)])));
});
