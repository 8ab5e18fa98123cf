import { z } from "zod";
import type { Child } from "#jsx";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { day } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { daysFrom } from "../../../platform/span.ts";
import {
  CardPage,
  Col,
  ConflictNotice,
  DateField,
  Entered,
  type FieldsOf,
  Form,
  Row,
  SelectField,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { extendAusleihe, lendGeraet, returnGeraet } from "../commands/lend-geraet.ts";
import { AusleiheEingabe, RueckgabeEingabe, ZUSTAENDE } from "../model/geraet.ts";
import { getan } from "../parts/getan.ts";
import { GERAETE } from "../parts/wege.ts";
import { type Geraet, geraetOf, team } from "../queries/geraete.ts";

const permission = "sprachmittlung.buchen";

type Frage = {
  readonly path: string;
  readonly title: string;
  readonly values: (g: Geraet) => Readonly<Record<string, readonly string[]>>;
  readonly fields: (field: FieldsOf, more: Awaited<ReturnType<typeof team>>) => Child;
};

/** A form about the lending of one device; all three look alike. */
const formOf =
  ({ path, title, values, fields }: Frage) =>
  async (visit: Visit, rejected?: Rejected) => {
    const read = async (tx: Tx) => ({
      g: await geraetOf(tx, visit.actor, idOf(visit)),
      leute: await team(tx, visit.actor),
    });
    const { g, leute } = await readAs(visit.actor, read);
    const self = `${GERAETE}/${g.id}`;
    return (
      <CardPage
        frame={visit.frame}
        title={title}
        rejected={rejected}
        breadcrumb={[
          { label: "Übersetzungsgeräte", href: GERAETE },
          { label: g.name, href: self },
        ]}
      >
        <ConflictNotice rejected={rejected} fields={[]} stored={self} />
        <p>
          {g.name}, {g.standort}
          {g.verliehen === null ? null : (
            <>
              , verliehen an <Entered>{g.verliehen.wer}</Entered>
            </>
          )}
          .
        </p>
        <Form action={`${self}/${path}`} record={{ version: g.version, values: {} }} rejected={rejected}>
          {fields(fieldsOf(values(g), rejected), leute)}
          <Submit label={title} cancel={self} />
        </Form>
      </CardPage>
    );
  };

/** Days for which a device is lent, unless somebody says otherwise. */
const WOCHE = 7;

const verleihenForm = formOf({
  path: "verleihen",
  title: "Gerät verleihen",
  values: () => ({ seit: [today()], bis: [daysFrom(today(), WOCHE)] }),
  fields: (field, leute) => (
    <>
      <Row>
        <Col span={6}>
          <SelectField {...field("konto")} label="Aus dem Team" options={leute.map(optionOf)} empty="–" optional />
        </Col>
        <Col span={6}>
          <TextField {...field("wer")} label="oder jemand anderes" hint="Name oder Stelle. Wird versiegelt." optional />
        </Col>
      </Row>
      <Row>
        <Col span={6}>
          <DateField {...field("seit")} label="Seit" />
        </Col>
        <Col span={6}>
          <DateField {...field("bis")} label="Zurück bis" />
        </Col>
      </Row>
    </>
  ),
});

const zurueckForm = formOf({
  path: "zurueck",
  title: "Rückgabe eintragen",
  values: () => ({ zurueck: [today()], zustand: ["bereit"] }),
  fields: (field) => (
    <Row>
      <Col span={6}>
        <DateField {...field("zurueck")} label="Kam zurück am" />
      </Col>
      <Col span={6}>
        <SelectField
          {...field("zustand")}
          label="Zustand"
          options={[
            { value: "bereit", label: ZUSTAENDE.bereit },
            { value: "reparatur", label: ZUSTAENDE.reparatur },
            { value: "verloren", label: ZUSTAENDE.verloren },
          ]}
        />
      </Col>
    </Row>
  ),
});

const verlaengernForm = formOf({
  path: "verlaengern",
  title: "Ausleihe verlängern",
  values: (g) => ({ bis: g.verliehen === null ? [] : [g.verliehen.bis] }),
  fields: (field) => <DateField {...field("bis")} label="Zurück bis" />,
});

const ONE = `${GERAETE}/:id`;

export const verleihen = formPage(
  `${ONE}/verleihen`,
  permission,
  { form: verleihenForm, schema: AusleiheEingabe },
  async (tx, { actor, at }, input) => {
    await lendGeraet(tx, actor, at, input);
    return getan.after(`${GERAETE}/${at.id}`, "verliehen");
  },
);

export const zurueck = formPage(
  `${ONE}/zurueck`,
  permission,
  { form: zurueckForm, schema: RueckgabeEingabe },
  async (tx, { actor, at }, input) => {
    await returnGeraet(tx, actor, at, input);
    return getan.after(`${GERAETE}/${at.id}`, "zurueck");
  },
);

export const verlaengern = formPage(
  `${ONE}/verlaengern`,
  permission,
  { form: verlaengernForm, schema: z.object({ bis: day("Geben Sie an, bis wann es zurück sein soll.", "ahead") }) },
  async (tx, { actor, at }, { bis }) => {
    await extendAusleihe(tx, actor, at, bis);
    return getan.after(`${GERAETE}/${at.id}`, "gespeichert");
  },
);
