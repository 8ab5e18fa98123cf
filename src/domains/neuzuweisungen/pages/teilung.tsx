import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  CardPage,
  CheckChips,
  ConflictNotice,
  EmptyState,
  Entered,
  Form,
  NumberField,
  SelectField,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { joinHaushalte } from "../commands/join-haushalte.ts";
import { partHaushalt } from "../commands/part-haushalt.ts";
import { TrennenEingabe, VerbindenEingabe } from "../model/teilung.ts";
import { belowHaushalt } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { familienName, haushaltText } from "../parts/worte.ts";
import { andereDerListe } from "../queries/listen.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

const permission = "zuweisung.schreiben";

async function joinForm(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { z, andere } = await openRecordAs(actor, { art: "zuweisung", id }, "zusammenlegen", async (tx) => {
    const z = await zuweisungOf(tx, actor, id);
    return { z, andere: await andereDerListe(tx, actor, z) };
  });
  const self = `${LIST}/${id}`;
  const field = fieldsOf(undefined, rejected);
  return (
    <CardPage {...belowHaushalt(visit, id)} title="Haushalte zusammenlegen" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={[]} stored={self} />
      <p>
        Hat die Liste aus einer Familie zwei Haushalte gemacht? Wer zum anderen gehört, kommt zu{" "}
        <strong>
          <Entered>{familienName(z, z.mitglieder)}</Entered>
        </strong>
        ; Gespräche und Themen kommen mit, und gezählt wird ein Haushalt.
      </p>
      {andere.length === 0 ? (
        <EmptyState>Aus derselben Liste ist bei Ihnen kein anderer Haushalt.</EmptyState>
      ) : (
        <Form action={`${self}/zusammenlegen`} record={{ version: z.version, values: {} }} rejected={rejected}>
          <SelectField
            {...field("mit")}
            label="Welcher Haushalt gehört dazu?"
            empty="Bitte wählen"
            options={andere.map((one) => ({ value: one.id, label: haushaltText(one, one.mitglieder) }))}
          />
          <Submit label="Zusammenlegen" cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

/** Two rows of a list are one family. */
export const join = formPage(
  `${LIST}/:id/zusammenlegen`,
  permission,
  { form: joinForm, schema: VerbindenEingabe },
  async (tx, { actor, at }, input) => {
    await joinHaushalte(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "zusammen");
  },
);

async function partForm(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const z = await openRecordAs(actor, { art: "zuweisung", id }, "trennen", (tx) => zuweisungOf(tx, actor, id));
  const self = `${LIST}/${id}`;
  const field = fieldsOf(undefined, rejected);
  return (
    <CardPage {...belowHaushalt(visit, id)} title="Haushalt trennen" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={[{ name: "menschen", label: "Wie viele Menschen" }]} stored={self} />
      {z.menschen < 2 ? (
        <EmptyState>Zu diesem Haushalt gehört nur ein Mensch; hier ist nichts zu trennen.</EmptyState>
      ) : (
        <>
          <p>
            Sind es zwei Haushalte? Wer geht, steht danach in einem neuen Haushalt derselben Liste, mit demselben Weg
            bis heute. Hier sind es jetzt {anzahl(z.menschen, "Mensch", "Menschen")}.
          </p>
          <Form action={`${self}/trennen`} record={{ version: z.version, values: {} }} rejected={rejected}>
            {z.mitglieder.length === 0 ? null : (
              <CheckChips
                {...field("mitglied")}
                rows
                label="Wer gehört zum anderen Haushalt?"
                options={z.mitglieder.map((one) => ({
                  value: one.id,
                  label: one.name === "" ? "ohne Namen" : one.name,
                }))}
                optional
              />
            )}
            <NumberField
              {...field("menschen")}
              label="Wie viele Menschen gehen in den anderen Haushalt?"
              hint="Mit denen, die die Liste nicht beim Namen nennt."
            />
            <Submit label="Trennen" cancel={self} />
          </Form>
        </>
      )}
    </CardPage>
  );
}

/** One row of a list is two households. */
export const part = formPage(
  `${LIST}/:id/trennen`,
  permission,
  { form: partForm, schema: TrennenEingabe },
  async (tx, { actor, at }, input) => getan.after(`${LIST}/${await partHaushalt(tx, actor, at, input)}`, "getrennt"),
);
