import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  CardPage,
  ConflictNotice,
  Form,
  HiddenField,
  NumberField,
  Row,
  Col,
  SelectField,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { moveSprachmittlung } from "../commands/move-sprachmittlung.ts";
import { SchrittEingabe, hindernis, schritteAus, spanneText } from "../model/einsatz.ts";
import { getan } from "../parts/getan.ts";
import { EINSAETZE } from "../parts/wege.ts";
import { type Einsatz, einsatzOf } from "../queries/einsaetze.ts";
import { sprachmittelnde, waehlbar } from "../queries/pool.ts";

const PATH = `${EINSAETZE}/:id/schritt`;
const Query = z.object({ nach: z.string().max(20).optional() });

const read = (visit: Visit) =>
  readAs(visit.actor, async (tx) => {
    const e = await einsatzOf(tx, visit.actor, idOf(visit));
    return {
      e,
      wahl: offered(waehlbar(await sprachmittelnde(tx, visit.actor), e.sprache, e.tag)).map(optionOf),
      sprache: nameOf((await codelisten(tx)).sprache, e.sprache),
    };
  });

/** One step of a booking, with what it asks for. */
async function form(visit: Visit, rejected?: Rejected) {
  const { e, wahl, sprache } = await read(visit);
  const { nach: asked } = askedFor(Query, visit, rejected);
  const ways = schritteAus(e.stand);
  const way = ways.find(({ nach }) => nach === asked) ?? ways[0];
  const self = `${EINSAETZE}/${e.id}`;
  const field = fieldsOf({ minuten: [String(e.dauer)] }, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title={way?.verb ?? "Abgerechnet"}
      rejected={rejected}
      breadcrumb={[
        { label: "Einsätze", href: EINSAETZE },
        { label: "Einsatz", href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={[]} stored={self} />
      <p>
        {sprache}, {tagText(e.tag)}, {spanneText(e.beginn, e.beginn + e.dauer)}.
      </p>
      {way === undefined ? (
        <p>
          {hindernis(e.stand, "gebucht")} <a href={self}>Zurück zum Einsatz</a>
        </p>
      ) : (
        <Form action={`${self}/schritt`} record={{ version: e.version, values: {} }} rejected={rejected}>
          <HiddenField name="nach" value={way.nach} />
          <Fragen e={e} nach={way.nach} field={field} wahl={wahl} />
          <Submit label={way.verb.replace(/:.*/, "")} cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

type FragenProps = {
  readonly e: Einsatz;
  readonly nach: string;
  readonly field: ReturnType<typeof fieldsOf>;
  readonly wahl: readonly { readonly value: string; readonly label: string }[];
};

function Fragen({ e, nach, field, wahl }: FragenProps) {
  if (nach === "gebucht" && e.stand === "offen") {
    return wahl.length === 0 ? (
      <p>
        Im Pool spricht niemand diese Sprache. Tragen Sie „Niemand gefunden“ ein; so zählt es als ungedeckter Bedarf.
      </p>
    ) : (
      <SelectField {...field("sprachmittler")} label="Wer mittelt" options={wahl} empty="Bitte wählen" />
    );
  }
  if (nach === "geleistet") {
    return (
      <Row>
        <Col span={6}>
          <NumberField {...field("minuten")} label="Geleistete Minuten" />
        </Col>
        <Col span={6}>
          <TextField {...field("fahrt")} label="Fahrtkosten in Euro" hint="z. B. 4,50; leer: keine." optional />
        </Col>
      </Row>
    );
  }
  return null;
}

export const { show, save } = formPage(
  PATH,
  "sprachmittlung.buchen",
  { form, schema: SchrittEingabe },
  async (tx, { actor, at }, input) => {
    await moveSprachmittlung(tx, actor, at, input);
    return getan.after(`${EINSAETZE}/${at.id}`, "weiter");
  },
);
