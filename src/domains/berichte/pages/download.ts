import { type Route, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { DATEI, dateiName, dateiOf } from "../documents/dateien.ts";
import { idOf } from "../../../platform/ids.ts";
import { LIST } from "../parts/getan.ts";
import { wordOf } from "../queries/vorlagen.ts";
import { FORMATE, type Format, berichtOf, dokument, halbjahresberichtOf } from "../queries/berichte.ts";

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
      const bytes = stored ?? (await dateiOf(bericht, format, word));
      return new Response(new Uint8Array(bytes), {
        headers: {
          "Content-Type": DATEI[format].type,
          "Content-Disposition": `attachment; filename="${dateiName(bericht, format)}"`,
        },
      });
    },
  });

export const downloads: readonly Route[] = FORMATE.map(download);
