import { FileAs, type Route, page } from "../../../platform/access.ts";
import { isPicture } from "../../../platform/files/kind.ts";
import { idOf } from "../../../platform/ids.ts";
import { ONE } from "../parts/getan.ts";
import { openDatei } from "../queries/datei.ts";

const fileRoute = (path: string, zweck: "vorschau" | "herunterladen"): Route =>
  page({
    path: `${ONE}/:id/${path}`,
    permission: "dokument.lesen",
    show: async (visit) => {
      const { dokument, next } = await openDatei(visit.actor, idOf(visit), zweck);
      const { typ, groesse, am } = dokument;
      const shown = zweck === "vorschau" && (typ === "pdf" || isPicture(typ));
      // Its name names nobody: it stays in the browser's list of downloads.
      const as = shown ? "inline" : "attachment";
      return new FileAs({ kind: typ, name: `dokument-${am}`, size: groesse, as, next });
    },
  });

export const inline = fileRoute("datei", "vorschau");
export const download = fileRoute("herunterladen", "herunterladen");
