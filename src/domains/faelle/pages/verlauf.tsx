import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { keyset } from "../../../platform/keyset.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { Card, Choices, Day, DoButton, EmptyState, Entered, Page, Pager, Table } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { einbuergerungImVerlauf } from "../../einbuergerung/index.ts";
import { einwilligungenImVerlauf } from "../../einwilligungen/index.ts";
import { dokumenteImVerlauf } from "../../dokumente/index.ts";
import { besprechungenImVerlauf } from "../../fallbesprechung/index.ts";
import { fristenImVerlauf } from "../../fristen/index.ts";
import { freigabenImVerlauf } from "../../freigaben/index.ts";
import { planImVerlauf } from "../../hilfeplan/index.ts";
import { termineImVerlauf } from "../../termine/index.ts";
import { verweiseImVerlauf } from "../../verweise/index.ts";
import { aktenzeichen } from "../model/fall.ts";
import {
  VERLAUF,
  VERLAUF_ARTEN,
  type VerlaufArt,
  type VerlaufEintrag,
  imLauf,
  zusammengefuehrt,
} from "../model/verlauf.ts";
import { belowFall } from "../parts/below.tsx";
import { LIST } from "../parts/getan.ts";
import { betroffeneOf } from "../queries/betroffene.ts";
import { fallOf } from "../queries/faelle.ts";
import {
  type VerlaufQuelle,
  assessmentsImVerlauf,
  beratungenImVerlauf,
  punkteImVerlauf,
  schritteImVerlauf,
} from "../queries/verlauf.ts";

const PAGE = 50;

/** Where the entries of each kind come from: one statement a room and page. */
const QUELLEN: Readonly<Record<VerlaufArt, VerlaufQuelle>> = {
  beratung: beratungenImVerlauf,
  schritt: schritteImVerlauf,
  assessment: assessmentsImVerlauf,
  hilfeplan: planImVerlauf,
  besprechung: besprechungenImVerlauf,
  freigabe: freigabenImVerlauf,
  punkt: punkteImVerlauf,
  verweis: verweiseImVerlauf,
  einwilligung: einwilligungenImVerlauf,
  dokument: dokumenteImVerlauf,
  einbuergerung: einbuergerungImVerlauf,
  termin: termineImVerlauf,
  frist: fristenImVerlauf,
};

const Query = z.object({
  art: z.enum(VERLAUF_ARTEN).optional(),
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});

const ENTRY: Readonly<Record<VerlaufArt, string>> = {
  beratung: "Beratung",
  schritt: "Schritt",
  assessment: "Assessment",
  hilfeplan: "Hilfeplan",
  besprechung: "Besprechung",
  freigabe: "Freigabe",
  punkt: "Punkt",
  verweis: "Verweis",
  einwilligung: "Einwilligung",
  dokument: "Dokument",
  einbuergerung: "Einbürgerung",
  termin: "Termin",
  frist: "Frist",
};

/** Everything that happened in a case, the last first: all kinds in one list, or one of them. */
export const show = page({
  path: `${LIST}/:id/verlauf`,
  permission: "fall.lesen",
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { art, aeltere, neuere } = readQuery(Query, visit.url);
    const from = { older: aeltere, newer: neuere };
    const paging = keyset(from, PAGE, ["am", "id"]);
    const { fall, gefunden } = await openRecordAs(actor, { art: "fall", id }, "verlauf", async (tx) => {
      const fall = await fallOf(tx, actor, id);
      const listen = await codelisten(tx);
      const betroffene = await betroffeneOf(tx, actor, fall);
      const of = {
        fallId: id,
        person: fall.personId,
        personen: [fall.personId, ...betroffene.map((one) => one.id)],
        seit: fall.begonnen,
      };
      const gefunden: (readonly VerlaufEintrag[])[] = [];
      for (const one of art === undefined ? VERLAUF_ARTEN : [art])
        gefunden.push(await QUELLEN[one](tx, actor, { ...of, from, size: PAGE }, listen));
      return { fall, gefunden };
    });
    const { rows, newer, older } = paging.page(zusammengefuehrt(gefunden, paging));
    const self = `${LIST}/${id}/verlauf`;
    const href = (words: Readonly<Record<string, string>>) => {
      const search = new URLSearchParams({ ...(art === undefined ? {} : { art }), ...words }).toString();
      return search === "" ? self : `${self}?${search}`;
    };
    const beyond = (word: string, place: Place | undefined) =>
      place === undefined ? undefined : href({ [word]: `${place.am}_${place.id}` });
    return (
      <Page {...belowFall(visit, fall)} title={`Verlauf des Falls ${aktenzeichen(fall)}`} heading={false} wide>
        <Card
          title={`Verlauf des Falls ${aktenzeichen(fall)}`}
          level={1}
          action={<DoButton does="print">Drucken</DoButton>}
        >
          <p>
            <Entered>{fall.person}</Entered>
          </p>
          <Choices
            label="Was gezeigt wird"
            items={[
              { label: "alles", href: self, current: art === undefined },
              ...VERLAUF_ARTEN.map((one) => ({
                label: VERLAUF[one],
                href: `${self}?art=${one}`,
                current: art === one,
              })),
            ]}
          />
          <Eintraege rows={imLauf(rows)} />
          <Pager newer={beyond("neuere", newer)} older={beyond("aeltere", older)} />
        </Card>
      </Page>
    );
  },
});

function Eintraege({ rows }: { readonly rows: readonly VerlaufEintrag[] }) {
  return (
    <Table
      caption="Was im Fall geschah, das Letzte zuerst"
      hideCaption
      rows={rows}
      empty={<EmptyState>Davon gibt es in diesem Fall noch nichts.</EmptyState>}
      columns={[
        { label: "Tag", cell: ({ am }) => <Day iso={am} /> },
        { label: "Art", cell: ({ art }) => ENTRY[art] },
        {
          label: "Was war",
          names: true,
          cell: ({ satz, text, href }) => (
            <>
              {href === undefined ? satz : <a href={href}>{satz}</a>}
              {text === undefined || text === null ? null : (
                <>
                  {" "}
                  – <Entered>{text}</Entered>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
