import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Entered, Form, RadioSegment, Submit, TextArea, fieldsOf } from "../../../ui/index.ts";
import { answerLuecke } from "../commands/answer-luecke.ts";
import { ANTWORT, ANTWORTEN, AntwortEingabe, fragt } from "../model/antwort.ts";
import { LIST, MEINE, getan } from "../parts/getan.ts";
import { KeinName } from "../parts/melden-felder.tsx";
import { meineLuecken } from "../queries/meine.ts";

/** Whoever reported a gap says whether it is better since something was done. */
async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const mine = await readAs(visit.actor, (tx) => meineLuecken(tx, visit.actor));
  const one = mine.find(({ luecke }) => luecke.id === id);
  if (one === undefined) throw new NotFound();
  const { luecke, wurzel, verlauf, antwort } = one;
  const values = antwort === null ? {} : { antwort: [antwort.antwort], satz: [antwort.satz ?? ""] };
  const field = fieldsOf(values, rejected);
  const done = verlauf.findLast(({ nach }) => fragt(nach));
  return (
    <CardPage
      frame={visit.frame}
      title="Ist es besser geworden?"
      rejected={rejected}
      breadcrumb={[{ label: "Meine Meldungen", href: MEINE }]}
    >
      <p>
        <Entered>{luecke.satz}</Entered>
      </p>
      {done === undefined || done.grund === null ? null : (
        <p>
          <Entered class="text">{done.grund}</Entered>
        </p>
      )}
      {fragt(wurzel.stand) ? (
        <Form action={`${LIST}/${luecke.id}/antwort`} rejected={rejected}>
          <RadioSegment
            {...field("antwort")}
            label="Wie ist es heute?"
            options={ANTWORT.map((code) => ({ value: code, label: ANTWORTEN[code] }))}
          />
          <TextArea
            spellcheck
            {...field("satz")}
            label="Was merken Sie davon?"
            hint="Ein Satz ohne Personen. Andere im Kreis lesen ihn, nicht, von wem er ist."
            rows={3}
            optional
          />
          <KeinName field={field} rejected={rejected} />
          <Submit label="Antworten" cancel={MEINE} />
        </Form>
      ) : (
        <p>
          Gefragt wird, wenn etwas umgesetzt ist. <a href={MEINE}>Zu Ihren Meldungen</a>
        </p>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${LIST}/:id/antwort`,
  "luecke.melden",
  { form, schema: AntwortEingabe },
  async (tx, visit, input) => {
    await answerLuecke(tx, visit.actor, idOf(visit), input);
    return getan.after(MEINE, "geantwortet");
  },
);
