import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import {
  Card,
  Choices,
  Col,
  EmptyState,
  Form,
  NumberField,
  Page,
  Row,
  SelectField,
  Submit,
  Table,
  fieldsOf,
  formatCount,
} from "../../../ui/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { setPlaetze } from "../commands/set-plaetze.ts";
import { PlatzEingabe } from "../model/delfin.ts";
import { PLAETZE, getan } from "../parts/getan.ts";
import { delfinPlaetze } from "../queries/plaetze.ts";

const Query = z.object({ jahr: z.coerce.number().int().min(2015).max(2999).optional() });

/** How many places there are, by Kommune, in a year; and entering them. */
async function form(visit: Visit, rejected?: Rejected) {
  const thisYear = Number(today().slice(0, 4));
  const jahr = readQuery(Query, visit.url).jahr ?? thisYear;
  const { towns, plaetze } = await readAs(visit.actor, async (tx) => ({
    towns: await kommunen(tx),
    plaetze: await delfinPlaetze(tx, jahr),
  }));
  const rows = towns.flatMap((k) => {
    const own = plaetze.find((p) => p.ags === k.value);
    return own === undefined ? [] : [{ name: k.name, plaetze: own.plaetze }];
  });
  const field = fieldsOf({ jahr: [String(jahr)] }, rejected);
  return (
    <Page frame={visit.frame} title={`Plätze der Sprachförderung ${jahr}`} rejected={rejected} wide>
      <Choices
        label="Jahre"
        items={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({
          label: String(one),
          href: `${PLAETZE}?jahr=${one}`,
          current: one === jahr,
        }))}
      />
      <Card title="Plätze eintragen">
        <Form action={PLAETZE} rejected={rejected}>
          <Row>
            <Col span={5}>
              <SelectField
                {...field("ags")}
                label="Kommune"
                options={towns.filter((k) => k.open).map(optionOf)}
                empty="Bitte wählen"
              />
            </Col>
            <Col span={3}>
              <NumberField {...field("jahr")} label="Jahr des Tests" />
            </Col>
            <Col span={4}>
              <NumberField {...field("plaetze")} label="Plätze" hint="Was schon dasteht, wird ersetzt." />
            </Col>
          </Row>
          <Submit label="Speichern" cancel={PLAETZE} />
        </Form>
      </Card>
      <Card title={`Plätze ${jahr}`}>
        <Table
          caption={`Plätze der Sprachförderung ${jahr}`}
          hideCaption
          rows={rows}
          empty={<EmptyState>Für dieses Jahr ist nichts eingetragen.</EmptyState>}
          columns={[
            { label: "Kommune", cell: ({ name }) => name },
            { label: "Plätze", cell: (row) => formatCount(row.plaetze), figure: true },
          ]}
        />
      </Card>
    </Page>
  );
}

export const { show, save } = formPage(
  PLAETZE,
  "delfin.plaetze",
  { form, schema: PlatzEingabe, notices: getan },
  async (tx, { actor }, input) => {
    await setPlaetze(tx, actor, input);
    return getan.after(`${PLAETZE}?jahr=${input.jahr}`, "plaetze");
  },
);
