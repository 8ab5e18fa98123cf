import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Card, ConflictNotice, Entered, ErrorSummary, Page, Table } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { alsPapier } from "../documents/als-papier.ts";
import { FORMATE, type Format, dateiVon } from "../documents/dateien.ts";
import type { Rekonstruktion } from "../model/rekonstruktion.ts";
import { STAENDE, wirdGeschrieben } from "../model/stand.ts";
import { Stationenbild, Stationenliste } from "../parts/bild.tsx";
import { belowList } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { Kopf } from "../parts/kopf.tsx";
import { Herausgenommen, Stationen } from "../parts/stationen.tsx";
import { type Eine, eineRekonstruktion } from "../queries/eine.ts";

const Als = z.object({ als: z.enum(FORMATE).optional() });

/** A reconstruction whole: question, picture, stations, what was found and what became of it. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "rekonstruktion.lesen",
  notices: getan,
  show: async (visit) => {
    const { als } = readQuery(Als, visit.url);
    return als === undefined ? seite(visit, idOf(visit)) : datei(visit, als);
  },
});

/** The same after a button could not do what it says. */
export async function seite(visit: Visit, id: string, rejected?: Rejected) {
  const { actor } = visit;
  const { eine, listen } = await readAs(actor, async (tx) => ({
    eine: await eineRekonstruktion(tx, actor, id),
    listen: await codelisten(tx),
  }));
  const { rekonstruktion: r, stationen } = eine;
  const dabei = r.leitet || r.dabei;
  const schreibt = dabei && wirdGeschrieben(r.stand);
  return (
    <Page {...belowList(visit)} title="Fallrekonstruktion" heading={false} wide rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={[]} stored={`${LIST}/${r.id}`} />
      {rejected === undefined || rejected.conflict !== undefined ? null : <ErrorSummary rejected={rejected} />}
      <Kopf visit={visit} eine={eine} listen={listen} />
      {stationen.length === 0 ? null : (
        <Card title="Wo es brach">
          <Stationenbild stationen={stationen} listen={listen} />
          <p class="hint">Gestrichelter Rand und Kreuz: Hier brach es.</p>
          <Stationenliste stationen={stationen} listen={listen} />
        </Card>
      )}
      {r.stand === "begonnen" ? null : (
        <Stationen
          eine={eine}
          listen={listen}
          schreibt={schreibt}
          meldet={dabei && may(actor, "luecke.melden")}
          ordnetZu={may(actor, "luecke.lesen")}
        />
      )}
      {schreibt ? <Herausgenommen entfernt={eine.entfernt} /> : null}
      <Ergebnis rekonstruktion={r} />
      <Verlauf verlauf={eine.verlauf} />
    </Page>
  );
}

const Ergebnis = ({ rekonstruktion: { ergebnis, befund } }: { readonly rekonstruktion: Rekonstruktion }) =>
  ergebnis === null || befund === null ? null : (
    <Card title="Ergebnis">
      <h3>Was die Gruppe verstanden hat</h3>
      <Entered class="text">{ergebnis}</Entered>
      <h3>Was davon eine Systemlücke ist</h3>
      <Entered class="text">{befund}</Entered>
    </Card>
  );

const Verlauf = ({ verlauf }: Pick<Eine, "verlauf">) => (
  <Card title="Verlauf">
    <Table
      caption="Schritte, der letzte zuerst"
      hideCaption
      cards
      rows={verlauf.toReversed()}
      columns={[
        { label: "Am", cell: ({ am }) => tagText(am) },
        {
          label: "Schritt",
          cell: ({ von, nach }) => (von === null ? STAENDE[nach] : `${STAENDE[von]} → ${STAENDE[nach]}`),
        },
        { label: "Grund", whole: true, cell: ({ grund }) => (grund === null ? null : <Entered>{grund}</Entered>) },
        { label: "Durch", cell: ({ name }) => <Entered>{name ?? "die Koordination"}</Entered> },
      ]}
    />
  </Card>
);

async function datei({ actor, ...visit }: Visit, als: Format) {
  const papier = await readAs(actor, (tx) => alsPapier(tx, actor, idOf(visit)));
  return dateiVon(papier, als);
}
