import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { optionalCode } from "../../../platform/fields.ts";
import { readQuery } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { Card, Choices, Page, Table } from "../../../ui/index.ts";
import { BEGINN, type Regel, WORTLAUT } from "../model/regel.ts";
import { REGELN } from "../parts/getan.ts";
import { HINWEIS, Offen, Quelle } from "../parts/weg.tsx";
import { perspektiven, regeln } from "../queries/regeln.ts";

const Query = z.object({ weg: optionalCode() });

/** Every version of every condition of a way, with its source and the day somebody looked: nobody's data. */
export const show = page({
  path: REGELN,
  permission: "person.lesen",
  show: async (visit) => {
    const { weg } = readQuery(Query, visit.url);
    const { wege, alle } = await readAs(visit.actor, async (tx) => ({
      wege: await perspektiven(tx),
      alle: await regeln(tx),
    }));
    const gewaehlt = wege.find(({ code }) => code === weg) ?? wege[0];
    const eigene = alle.filter(({ perspektive }) => perspektive === gewaehlt?.code);
    return (
      <Page frame={visit.frame} title="Rechtslage" heading={false} wide>
        <Card title="Rechtslage zu Einbürgerung und Aufenthalt" level={1}>
          <p class="hint">{HINWEIS}</p>
          <p>
            Datenstand der Regeln: {tagText(eigene.map(({ geprueftAm }) => geprueftAm).toSorted()[0] ?? BEGINN)}. Sie
            beginnen am {tagText(BEGINN)} und kommen mit dem Programm. {WORTLAUT} Was unsicher ist, steht bei der
            Fundstelle.
          </p>
          <Choices
            label="Welcher Weg"
            items={wege.map(({ code, paragraf }) => ({
              label: paragraf,
              href: `${REGELN}?weg=${code}`,
              current: code === gewaehlt?.code,
            }))}
          />
        </Card>
        <Card title={gewaehlt === undefined ? "" : `${gewaehlt.name} (${gewaehlt.paragraf})`}>
          <Offen was={gewaehlt?.zuPruefen ?? null} />
          <Table
            caption="Alle Fassungen, je Bedingung die älteste zuerst"
            hideCaption
            cards
            rows={eigene}
            columns={[
              { label: "Bedingung", cell: ({ name }: Regel) => name },
              { label: "gilt ab", cell: ({ ab }: Regel) => tagText(ab) },
              { label: "bis", cell: ({ bis }: Regel) => (bis === null ? "auf Weiteres" : tagText(bis)) },
              {
                label: "Was gilt",
                whole: true,
                cell: (regel: Regel) => (
                  <>
                    {regel.satz} <Quelle regel={regel} />
                  </>
                ),
              },
            ]}
          />
        </Card>
      </Page>
    );
  },
});
