import { type Route, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { dateiAntwort, dateiOf } from "../documents/dateien.ts";
import { konzeptPapier } from "../model/konzeptpapier.ts";
import { FASSUNG, LIST } from "../parts/getan.ts";
import { FORMATE, type Format, dokument, fassungKopf } from "../queries/fassungen.ts";
import { konzeptOf } from "../queries/konzepte.ts";
import { standOf } from "../queries/stand.ts";

const permission = "konzept.lesen";

/** A version byte for byte as it was kept. */
const fassung = (format: Format): Route =>
  page({
    path: `${FASSUNG}/:id/${format}`,
    permission,
    show: async (visit) => {
      const { found, bytes } = await readAs(visit.actor, async (tx) => {
        const kopf = await fassungKopf(tx, idOf(visit));
        return { found: kopf, bytes: await dokument(tx, kopf.id, format) };
      });
      return dateiAntwort(bytes, found, format);
    },
  });

/** A draft as it is now. */
const entwurf = (format: Format): Route =>
  page({
    path: `${LIST}/:id/${format}`,
    permission,
    show: async (visit) => {
      const { actor } = visit;
      const stand = await readAs(actor, async (tx) => standOf(tx, actor, await konzeptOf(tx, actor, idOf(visit))));
      const papier = konzeptPapier(stand);
      return dateiAntwort(await dateiOf(papier, format), papier, format);
    },
  });

export const downloads: readonly Route[] = FORMATE.flatMap((format) => [fassung(format), entwurf(format)]);
