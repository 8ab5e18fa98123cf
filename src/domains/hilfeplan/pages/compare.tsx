import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Card, Col, EmptyState, FilterBar, Page, Row, SelectField, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import type { PlanKopf } from "../model/plan.ts";
import { planvergleich } from "../model/vergleich.ts";
import { belowPlan } from "../parts/below.tsx";
import { CASES, planPath } from "../parts/getan.ts";
import { Unterschiede } from "../parts/unterschiede.tsx";
import { fallAkte } from "../queries/akte.ts";
import { fassungMit, fassungenOf, planOf } from "../queries/plaene.ts";

const number = z.coerce.number().int().min(1).max(999).optional();
const Query = z.object({ alt: number, neu: number });

const wort = ({ fassung, vereinbartAm }: PlanKopf): string =>
  `Fassung ${String(fassung)}, ${vereinbartAm === null ? "Entwurf" : tagText(vereinbartAm)}`;

/** Any two versions of a plan, a draft among them, word by word; the last two until somebody asks for others. */
export const show = page({
  path: `${CASES}/:id/hilfeplan/vergleich`,
  permission: "fall.lesen",
  show: async (visit) => {
    const { actor, url } = visit;
    const id = idOf(visit);
    const asked = readQuery(Query, url);
    const { fall, fassungen, alt, neu, felder } = await openRecordAs(
      actor,
      { art: "fall", id },
      "hilfeplan",
      async (tx) => {
        const fall = await fallAkte(tx, actor, id);
        const letzte = await fassungenOf(tx, id);
        const find = async (n: number | undefined) => (n === undefined ? undefined : fassungMit(tx, id, n));
        const [neu, alt] = [(await find(asked.neu)) ?? letzte[0], (await find(asked.alt)) ?? letzte[1]];
        // Of very old ones only those that were asked for stand in the lists.
        const fassungen = [
          ...new Map([...letzte, ...(neu ? [neu] : []), ...(alt ? [alt] : [])].map((f) => [f.id, f])).values(),
        ];
        const felder = (await codelisten(tx)).handlungsfeld;
        return {
          fall,
          fassungen,
          felder,
          alt: alt && (await planOf(tx, fall, alt)),
          neu: neu && (await planOf(tx, fall, neu)),
        };
      },
    );
    const options = fassungen.map((one) => ({ value: String(one.fassung), label: wort(one) }));
    const field = fieldsOf({ alt: [String(alt?.fassung ?? "")], neu: [String(neu?.fassung ?? "")] }, undefined);
    return (
      <Page {...belowPlan(visit, fall)} title="Fassungen vergleichen" heading={false} extra>
        <Card title="Fassungen vergleichen" level={1}>
          {alt === undefined || neu === undefined ? (
            <EmptyState>Zum Vergleichen braucht es zwei Fassungen.</EmptyState>
          ) : (
            <>
              <p>
                {wort(alt)}, und {wort(neu)}.
              </p>
              <FilterBar action={`${planPath(id)}/vergleich`} label="Welche Fassungen" verb="Vergleichen">
                <Row>
                  <Col span={6}>
                    <SelectField {...field("alt")} label="Frühere Fassung" options={options} />
                  </Col>
                  <Col span={6}>
                    <SelectField {...field("neu")} label="Spätere Fassung" options={options} />
                  </Col>
                </Row>
              </FilterBar>
            </>
          )}
        </Card>
        {alt === undefined || neu === undefined ? null : (
          <Unterschiede vergleich={planvergleich(alt, neu)} felder={felder} />
        )}
      </Page>
    );
  },
});
