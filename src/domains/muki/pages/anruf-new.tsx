import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  CardPage,
  Checkbox,
  Col,
  DateField,
  Entered,
  type FieldsOf,
  Form,
  HiddenField,
  NumberField,
  Row,
  SelectField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { orteVon, ortwahl, ownOrt } from "../../beratungen/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { HINWEIS_KIND, verstaendigungAm, verstaendigungFelder } from "../../verstaendigung/index.ts";
import { personNames } from "../../personen/index.ts";
import { recordAnruf } from "../commands/record-anruf.ts";
import { NeuerAnruf } from "../model/anruf.ts";
import { AnrufFields } from "../parts/felder.tsx";
import { ANRUFE, getan } from "../parts/getan.ts";

const PATH = `${ANRUFE}/neu`;
const Query = z.object({ kind: z.uuid().optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor, frame } = visit;
  const { kind = "" } = askedFor(Query, visit, rejected);
  const f = await readAs(actor, async (tx) => ({
    name: (await personNames(tx, actor, [kind])).get(kind),
    orte: orteVon(await ortwahl(tx, actor)),
    own: await ownOrt(tx, actor),
    sprachen: kodesAm((await codelisten(tx)).sprache, today()),
    verstehen: verstaendigungFelder(verstaendigungAm(await codelisten(tx), today())),
  }));
  const field = fieldsOf({ am: [today()], ort: f.own === undefined ? [] : [f.own], dauer: ["15"] }, rejected);
  return (
    <CardPage
      frame={frame}
      title="Anruf erfassen"
      rejected={rejected}
      breadcrumb={[{ label: "Telefonsprechstunde", href: ANRUFE }]}
    >
      <Form action={PATH} rejected={rejected}>
        {f.name === undefined ? (
          <p class="hint">
            Ohne Namen bleibt der Anruf anonym. Hat das Kind eine Akte bei Ihnen, beginnen Sie auf seiner Seite.
          </p>
        ) : (
          <p>
            Es geht um <Entered>{f.name}</Entered>.
          </p>
        )}
        <HiddenField name="kind" value={f.name === undefined ? "" : kind} />
        <AnrufFields field={field} sprachen={f.sprachen} />
        <Row>
          <Col span={4}>
            <DateField {...field("am")} label="Tag" />
          </Col>
          <Col span={5}>
            <SelectField {...field("ort")} label="Wo?" options={f.orte.gruppen} empty="Bitte wählen" />
          </Col>
          <Col span={3}>
            <NumberField {...field("dauer")} label="Minuten" />
          </Col>
        </Row>
        <Verstehen field={field} wahl={f.verstehen} />
        <TextArea
          {...field("notiz")}
          label="Notiz"
          hint="Wird versiegelt. Keine Namen, wenn der Anruf anonym ist, und keine Diagnosen."
          optional
        />
        <Checkbox
          {...field("unbedenklich")}
          value="ja"
          label="Die Notiz nennt niemanden"
          hint="Nur ankreuzen, wenn KIM danach fragt."
        />
        <Submit label="Anruf erfassen" cancel={ANRUFE} />
      </Form>
    </CardPage>
  );
}

type VerstehenProps = { readonly field: FieldsOf; readonly wahl: ReturnType<typeof verstaendigungFelder> };

const Verstehen = ({ field, wahl }: VerstehenProps) => (
  <Row>
    <Col span={6}>
      <SelectField {...field("sprache")} {...wahl.sprache} hint="In der das Gespräch geführt wurde." optional />
    </Col>
    <Col span={6}>
      <SelectField {...field("verstaendigung")} {...wahl.verstaendigung} optional />
      <p class="hint noted">{HINWEIS_KIND}</p>
    </Col>
  </Row>
);

export const { show, save } = formPage(
  PATH,
  "muki.schreiben",
  { form, schema: NeuerAnruf },
  async (tx, { actor }, input) => {
    await recordAnruf(tx, actor, input);
    return getan.after(ANRUFE, "anruf");
  },
);
