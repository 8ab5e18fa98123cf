import { z } from "zod";
import { type Visit, action } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { askBefore, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { text } from "../../../platform/fields.ts";
import { type Rejected, several } from "../../../platform/form.ts";
import { CardPage, Continued, Form, HiddenField, Page, Submit, fieldsOf } from "../../../ui/index.ts";
import { reportLuecke } from "../commands/report-luecke.ts";
import { typedAgain } from "../model/form-values.ts";
import { GetippteLuecke, MOST_BEISPIEL } from "../model/luecke.ts";
import { LIST } from "../parts/getan.ts";
import { GewichtFields, QuelleFields, SatzFields } from "../parts/melden-felder.tsx";
import { SCHON, SchonGemeldet } from "../parts/schon-gemeldet.tsx";
import { nachMeldung, zurueckZu } from "../parts/zurueck.ts";
import { schonGemeldet } from "../queries/aehnliche.ts";
import { MELDUNG, begonnen } from "../queries/melden.ts";

const permission = "luecke.melden";

/** The form: empty, or gone on with, and then with the question about gaps that say the same. */
async function form(visit: Visit, rejected?: Rejected) {
  const { f, von, form: lists, values } = await begonnen(visit, rejected);
  const { fall = "", beratung = "" } = von;
  const bekannt = await readAs(visit.actor, (tx) =>
    schonGemeldet(tx, visit.actor, rejected === undefined && f.continued !== undefined ? values : {}),
  );
  const ids = bekannt.aehnlich.map(({ id }) => id);
  const seen = ids.length > 0 ? ids : (values["gesehen"] ?? []);
  const begins = (values["handlungsfeld"]?.[0] ?? "") === "" ? "handlungsfeld" : "satz";
  const back = zurueckZu(von);
  return (
    <CardPage frame={visit.frame} title={MELDUNG.name} rejected={rejected} breadcrumb={[back]}>
      <p>
        Was fehlt nicht nur einer Person, sondern vielen? Die Koordination im Kreis liest es und bringt es weiter.{" "}
        {may(visit.actor, "luecke.lesen") ? (
          <>
            Steht es schon auf der <a href={LIST}>Liste</a>, melden Sie es dort mit.
          </>
        ) : null}
      </p>
      <Continued f={f} />
      <SchonGemeldet bekannt={bekannt} mit={{ entwurf: f.draft.id, fall, beratung }} />
      <Form action={LIST} draft={f.draft} rejected={rejected} asks={{ url: `${LIST}/aehnliche`, part: `#${SCHON}` }}>
        {seen.map((id) => (
          <HiddenField name="gesehen" value={id} />
        ))}
        <QuelleFields fall={fall} beratung={beratung} />
        <SatzFields
          field={fieldsOf(values, rejected)}
          felder={lists.felder}
          begins={rejected === undefined && ids.length === 0 ? begins : undefined}
        />
        <GewichtFields
          field={fieldsOf(values, rejected)}
          kommunen={lists.kommunen}
          rechtskreise={lists.rechtskreise}
          rejected={rejected}
        />
        <Submit label={ids.length === 0 ? "Melden" : "Nein, als neue Lücke melden"} cancel={back.href} draft />
      </Form>
    </CardPage>
  );
}

const typed = text(MOST_BEISPIEL).default("");

/** What says the same as what is typed so far; nothing is kept of it, and saving asks again. */
export const similar = action({
  path: `${LIST}/aehnliche`,
  permission,
  // The whole form comes along; the rest of it says nothing here.
  schema: z
    .object({
      satz: typed,
      beispiel: typed,
      handlungsfeld: typed,
      rechtskreis: typed,
      kommunen: several(typed),
      fall: typed,
      beratung: typed,
    })
    .catchall(z.unknown()),
  run: async ({ actor, frame }, input, { draft }) => {
    const { satz, beispiel, handlungsfeld, rechtskreis, kommunen, fall, beratung } = input;
    const one = { satz: [satz], beispiel: [beispiel], handlungsfeld: [handlungsfeld], rechtskreis: [rechtskreis] };
    const bekannt = await readAs(actor, (tx) => schonGemeldet(tx, actor, { ...one, kommunen }));
    return (
      <Page frame={frame} title={MELDUNG.name}>
        <SchonGemeldet bekannt={bekannt} mit={{ entwurf: draft ?? "", fall, beratung }} typing />
      </Page>
    );
  },
  again: (visit, rejected) => form(visit, rejected),
});

export const { show, save } = formPage(
  LIST,
  permission,
  { form, schema: GetippteLuecke, shownAt: MELDUNG.resume, draft: MELDUNG },
  async (tx, visit, input) => {
    const { gesehen, ...meldung } = input;
    const { aehnlich } = await schonGemeldet(tx, visit.actor, typedAgain(meldung));
    if (aehnlich.some(({ id }) => !gesehen.includes(id))) throw askBefore(MELDUNG, visit, typedAgain(meldung));
    await reportLuecke(tx, visit.actor, meldung);
    return nachMeldung(meldung, "gemeldet");
  },
);
