import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  CheckChips,
  Entered,
  Form,
  HiddenField,
  SelectField,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { draftEinwilligung } from "../commands/draft-einwilligung.ts";
import { NeueEinwilligung } from "../model/einwilligung.ts";
import {
  ANGEBOTEN,
  EMPFAENGER,
  KATEGORIE,
  KATEGORIEN,
  ZWECK,
  ZWECKE,
  type Zweck,
  brauchtNamen,
  empfaengerZu,
  isBesonders,
} from "../model/zwecke.ts";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { alleTexte, geltend } from "../queries/texte.ts";

const PATH = `${listOf(":id")}/neu`;
const OPENED = "einwilligung";
const Query = z.object({ zweck: z.enum(ZWECK).optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { name, texte } = await openRecordAs(actor, { art: "person", id }, OPENED, async (tx) => ({
    name: (await personNames(tx, actor, [id])).get(id),
    texte: await alleTexte(tx, actor),
  }));
  if (name === undefined) throw new NotFound();
  const asked = askedFor(Query, visit, rejected).zweck;
  const zweck = ANGEBOTEN.find((one) => one === asked);
  const self = `${listOf(id)}/neu`;
  return (
    <CardPage
      frame={visit.frame}
      title="Einwilligung vorbereiten"
      rejected={rejected}
      breadcrumb={[
        { label: "Person", href: `/personen/${id}` },
        { label: "Einwilligungen", href: listOf(id) },
      ]}
    >
      <p>
        Für <Entered>{name}</Entered>
      </p>
      {zweck === undefined ? (
        <Wozu self={self} bereit={ANGEBOTEN.filter((one) => geltend(texte, one) !== undefined)} />
      ) : (
        <Form action={self} rejected={rejected}>
          <Felder zweck={zweck} rejected={rejected} />
          <Submit label="Vorbereiten" cancel={listOf(id)} />
        </Form>
      )}
    </CardPage>
  );
}

/** One consent has one purpose; it decides who can be named at all. */
function Wozu({ self, bereit }: { readonly self: string; readonly bereit: readonly Zweck[] }) {
  return (
    <>
      <h2>Wozu?</h2>
      <ul class="plain-list">
        {ANGEBOTEN.map((one) => (
          <li>
            {bereit.includes(one) ? (
              <a href={`${self}?zweck=${one}`}>{ZWECKE[one]}</a>
            ) : (
              `${ZWECKE[one]} – der Text dafür fehlt noch; Ihre Leitung gibt ihn frei`
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Felder({ zweck, rejected }: { readonly zweck: Zweck; readonly rejected: Rejected | undefined }) {
  const arten = empfaengerZu(zweck);
  const field = fieldsOf({ empfaenger_art: arten.length === 1 ? [...arten] : [] }, rejected);
  const options = KATEGORIE.map((one) => ({
    value: one,
    label: isBesonders(one) ? `${KATEGORIEN[one]} (besonders geschützt)` : KATEGORIEN[one],
  }));
  return (
    <>
      <p>{ZWECKE[zweck]}</p>
      <HiddenField name="zweck" value={zweck} />
      <SelectField
        {...field("empfaenger_art")}
        label="An wen gehen die Angaben?"
        options={arten.map((one) => ({ value: one, label: EMPFAENGER[one] }))}
        empty="Bitte wählen"
      />
      {arten.some(brauchtNamen) ? (
        <TextField
          {...field("empfaenger")}
          label="Wie heißt die Stelle?"
          hint="So genau, dass die Person weiß, wer es ist."
        />
      ) : null}
      <CheckChips
        {...field("kategorien")}
        label="Welche Angaben?"
        hint="Nur, was dafür nötig ist. Was besonders geschützt ist, sprechen Sie einzeln an."
        options={options}
      />
    </>
  );
}

export const { show, save } = formPage(
  PATH,
  "einwilligung.schreiben",
  { form, schema: NeueEinwilligung },
  async (tx, visit, input) =>
    getan.after(`${ONE}/${await draftEinwilligung(tx, visit.actor, idOf(visit), input)}`, "angelegt"),
);
