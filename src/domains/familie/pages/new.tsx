import { PageAs, type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { type Rejected, Refused } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import type { Actor } from "../../../platform/actor.ts";
import { Actions, Button, ButtonLink, CardPage, Form } from "../../../ui/index.ts";
import { PersonEingabe, findDoubles } from "../../personen/index.ts";
import { addAngehoerige, addBeziehung } from "../commands/add-beziehung.ts";
import { NeueBeziehung } from "../model/beziehung.ts";
import { belowFamilie } from "../parts/below.tsx";
import { NeueFelder, VorhandeneFelder, WasFelder } from "../parts/felder.tsx";
import { familiePath, getan } from "../parts/getan.ts";
import { formularOf, wantsSearch } from "../queries/formular.ts";

const PATH = "/personen/:id/familie/neu";
const Schema = NeueBeziehung.extend(PersonEingabe.shape);
type Typed = ReturnType<typeof Schema.parse>;

/** Somebody more of a family: a person who is there already, or a new one. Enter in the search looks, and does not save. */
async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const f = await readAs(visit.actor, (tx) => formularOf(tx, visit.actor, id, rejected));
  const page = (
    <CardPage {...belowFamilie(visit, f.person)} title="Angehörige ergänzen" rejected={f.rejected}>
      <Form action={`${familiePath(id)}/neu`} rejected={f.rejected}>
        <button class="kern-sr-only" tabindex={-1} aria-hidden="true"></button>
        <WasFelder f={f} />
        <VorhandeneFelder f={f} />
        <NeueFelder f={f} />
        <Actions>
          <Button>Speichern</Button>
          <Button kind="secondary" formaction={`${familiePath(id)}/neu?weiter=ja`}>
            Speichern und nächste
          </Button>
          <ButtonLink kind="tertiary" href={familiePath(id)}>
            Abbrechen
          </ButtonLink>
        </Actions>
      </Form>
    </CardPage>
  );
  return wantsSearch(rejected) ? new PageAs(page) : page;
}

const WHO = "Geben Sie einen Namen oder ein Kürzel an, oder wählen Sie oben eine Person, die es schon gibt.";
const KNOWN =
  "Gibt es diese Person schon? Wählen Sie sie oben aus, oder speichern Sie noch einmal, dann wird sie neu angelegt.";

export const { show, save } = formPage(
  PATH,
  "person.schreiben",
  { form, schema: Schema, notices: getan },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await record(tx, visit.actor, id, input);
    const next = visit.url.searchParams.get("weiter") === "ja" ? `${familiePath(id)}/neu` : familiePath(id);
    return getan.after(next, "ergaenzt");
  },
);

async function record(tx: Tx, actor: Actor, id: string, { vorhandene, gesehen, ...input }: Typed): Promise<void> {
  if (vorhandene !== null) {
    await addBeziehung(tx, actor, id, vorhandene, input);
    return;
  }
  if (input.person_vorname === "") throw new Refused(WHO, "person_vorname");
  const name = `${input.person_vorname} ${input.person_nachname}`.trim();
  const doubles = await findDoubles(tx, actor, { name, geburtsdatum: input.person_geburtsdatum });
  if (doubles.some((hit) => hit.id !== id && !gesehen.includes(hit.id))) throw new Refused(KNOWN, "person_vorname");
  await addAngehoerige(tx, actor, id, input, input);
}
