import { type Route, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { DATEI, dateiName, dateiOf } from "../documents/dateien.ts";
import { WordFehler } from "../documents/word-pruefen.ts";
import { idOf } from "../../../platform/ids.ts";
import { LIST } from "../parts/getan.ts";
import { wordOf } from "../queries/vorlagen.ts";
import { FORMATE, type Format, berichtOf, dokument, halbjahresberichtOf } from "../queries/berichte.ts";

const TEXT = { "Content-Type": "text/plain; charset=utf-8" };

/** What is wrong with the Word file of the Kreis, where it does not fit any more. */
function unfilled(error: unknown): string {
  if (error instanceof WordFehler) return error.message;
  throw error;
}

/** A report as a file: a released one byte for byte as it was released, a draft as it is now. */
const download = (format: Format): Route =>
  page({
    path: `${LIST}/:id/${format}`,
    permission: "bericht.lesen",
    show: async (visit) => {
      const { actor } = visit;
      const { bericht, stored, word } = await readAs(actor, async (tx) => {
        const akte = await berichtOf(tx, actor, idOf(visit));
        return {
          bericht: await halbjahresberichtOf(tx, actor.kreis, akte, today()),
          word: akte.vorlageId === null ? undefined : await wordOf(tx, akte.vorlageId),
          stored: akte.nummer === undefined ? undefined : await dokument(tx, akte.id, format),
        };
      });
      const bytes = stored ?? (await dateiOf(bericht, format, word).catch(unfilled));
      if (typeof bytes === "string") return new Response(bytes, { status: 422, headers: TEXT });
      return new Response(new Uint8Array(bytes), {
        headers: {
          "Content-Type": DATEI[format].type,
          "Content-Disposition": `attachment; filename="${dateiName(bericht, format)}"`,
        },
      });
    },
  });

export const downloads: readonly Route[] = FORMATE.map(download);
