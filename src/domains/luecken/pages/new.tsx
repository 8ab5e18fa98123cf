import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { may } from "../../../platform/actor.ts";
import { formPage } from "../../../platform/change.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { reportLuecke } from "../commands/report-luecke.ts";
import { NeueLuecke } from "../model/luecke.ts";
import { LIST, MEINE, getan } from "../parts/getan.ts";
import { GewichtFields, QuelleFields, SatzFields } from "../parts/melden-felder.tsx";
import { meldeform } from "../queries/melden.ts";

const permission = "luecke.melden";
const Query = z.object({ fall: z.uuid().optional(), beratung: z.uuid().optional() });

/** From where somebody reports: as the address says, or the form that came back. */
export const vonOf = (visit: Visit, rejected: Rejected | undefined) => askedFor(Query, visit, rejected);

/** Where it came from, to go back to. */
const backTo = ({ fall, beratung }: z.output<typeof Query>): { readonly label: string; readonly href: string } => {
  if (fall !== undefined) return { label: "Fall", href: `/faelle/${fall}` };
  if (beratung !== undefined) return { label: "Beratung", href: `/beratungen/${beratung}` };
  return { label: "Meine Meldungen", href: MEINE };
};

async function form(visit: Visit, rejected?: Rejected) {
  const von = vonOf(visit, rejected);
  const f = await meldeform(visit, { fall: von.fall, beratung: von.beratung });
  const field = fieldsOf(f.values, rejected);
  const back = backTo(von);
  const begins =
    rejected === undefined ? ((f.values["handlungsfeld"]?.[0] ?? "") === "" ? "handlungsfeld" : "satz") : undefined;
  return (
    <CardPage frame={visit.frame} title="Systemlücke melden" rejected={rejected} breadcrumb={[back]}>
      <p>
        Was fehlt nicht nur einer Person, sondern vielen? Die Koordination im Kreis liest es und bringt es weiter.{" "}
        {may(visit.actor, "luecke.lesen") ? (
          <>
            Steht es schon auf der <a href={LIST}>Liste</a>, melden Sie es dort mit.
          </>
        ) : null}
      </p>
      <Form action={LIST} rejected={rejected}>
        <QuelleFields fall={von.fall ?? ""} beratung={von.beratung ?? ""} />
        <SatzFields field={field} felder={f.felder} begins={begins} />
        <GewichtFields field={field} kommunen={f.kommunen} rechtskreise={f.rechtskreise} rejected={rejected} />
        <Submit label="Melden" cancel={back.href} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  LIST,
  permission,
  { form, schema: NeueLuecke, shownAt: `${LIST}/neu` },
  async (tx, { actor }, input) => {
    await reportLuecke(tx, actor, input);
    return getan.after(MEINE, "gemeldet");
  },
);
