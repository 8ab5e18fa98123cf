import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  Col,
  ConflictNotice,
  DateField,
  Entered,
  type FieldsOf,
  Form,
  HiddenField,
  NumberField,
  Row,
  Submit,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { moveLuecke } from "../commands/move-luecke.ts";
import { type Luecke, SchrittEingabe, nameVon } from "../model/luecke.ts";
import { type Uebergang, STAENDE, STAND, schritteAus } from "../model/stand.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KeinName } from "../parts/melden-felder.tsx";
import { Schritte } from "../parts/schritte.tsx";
import { lueckeOf, meldungen } from "../queries/luecken.ts";

const permission = "luecke.steuern";
const PATH = `${LIST}/:id/schritt`;
const Query = z.object({ nach: z.enum(STAND).optional() });

/** What was counted is what may be confirmed; the coordination may know of more. */
async function counted(visit: Visit, id: string) {
  return readAs(visit.actor, async (tx) => {
    const luecke = await lueckeOf(tx, id);
    const reports = await meldungen(tx, [id]);
    return { luecke, standorte: new Set(reports.map(({ ort }) => ort)).size };
  });
}

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { luecke, standorte } = await counted(visit, id);
  const { nach } = askedFor(Query, visit, rejected);
  const schritt = schritteAus(luecke.stand).find((one) => one.nach === nach && one.wer === "koordination");
  const self = `${LIST}/${id}`;
  const values = {
    standorte: [String(luecke.standorte ?? standorte)],
    thema: [luecke.thema ?? luecke.satz.slice(0, 120)],
  };
  const field = fieldsOf(values, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title={schritt?.verb ?? "Nächster Schritt"}
      rejected={rejected}
      breadcrumb={[
        { label: "Systemlücken", href: LIST },
        { label: "Lücke", href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={[{ name: "grund", label: "Warum?" }]} stored={self} />
      <p>
        <Entered>{nameVon(luecke)}</Entered>
      </p>
      {schritt === undefined ? (
        <Schritte luecke={luecke} schreibt={may(visit.actor, "gremium.schreiben")} />
      ) : (
        <Form action={`${self}/schritt`} record={{ version: luecke.version, values: {} }} rejected={rejected}>
          <SchrittFields schritt={schritt} luecke={luecke} field={field} />
          <KeinName field={field} rejected={rejected} />
          <Submit label={schritt.verb} cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

type FieldsProps = { readonly schritt: Uebergang; readonly luecke: Luecke; readonly field: FieldsOf };

function SchrittFields({ schritt, luecke, field }: FieldsProps) {
  const { fragt, grund } = schritt;
  return (
    <>
      <p>
        Von „{STAENDE[luecke.stand]}“ zu „{STAENDE[schritt.nach]}“.
      </p>
      <HiddenField name="nach" value={schritt.nach} />
      {fragt === "zahlen" ? (
        <Row>
          <Col span={6}>
            <NumberField
              {...field("faelle")}
              label="In wie vielen Fällen bestätigt?"
              hint="Auch aus anderen Diensten."
            />
          </Col>
          <Col span={6}>
            <NumberField {...field("standorte")} label="An wie vielen Standorten?" />
          </Col>
        </Row>
      ) : null}
      {fragt === "thema" ? (
        <TextField
          {...field("thema")}
          label="Name des Themas"
          hint="Zum Beispiel: Doppelbeschulung ukrainischer Kinder."
        />
      ) : null}
      {fragt === "wieder" ? <DateField {...field("wieder_am")} label="Wann wieder vorlegen?" /> : null}
      <TextArea
        spellcheck
        {...field("grund")}
        label={grund === true ? "Warum?" : "Was ist dazu zu sagen?"}
        hint="Ein Satz ohne Personen. Wer gemeldet hat, liest ihn."
        rows={3}
        optional={grund !== true}
      />
    </>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: SchrittEingabe },
  async (tx, { actor, at }, input) => {
    await moveLuecke(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "weiter");
  },
);
