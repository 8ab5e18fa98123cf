import type { Visit } from "../../../platform/access.ts";
import type { Changing } from "../../../platform/change.ts";
import { type Tx, openRecordAs, readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Checkbox, ConflictNotice, Entered, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { personsByIds } from "../../personen/index.ts";
import { changeEintrag, eintragOf } from "../commands/change-eintrag.ts";
import { recordEintrag } from "../commands/record-eintrag.ts";
import { BEREICHE, type Bereichsname, valuesOf } from "../model/bereiche.ts";
import { LABEL } from "../model/texte.ts";
import { worte } from "../queries/liste.ts";
import type { Bereich } from "../rows/bereich.ts";
import { belowLage } from "./below.tsx";
import { FELDER, feldnamen } from "./felder.tsx";
import { getan, lagePath, schutzPath } from "./getan.ts";

const ZWECK = "bearbeitung";

const back = (name: Bereichsname, person: string): string =>
  name === "schutzbedarf" ? schutzPath(person) : lagePath(person);

/** The form for an entry more of an area, and the one that changes one: the same in all areas but for their fields. */
export function formsOf<E extends object>(bereich: Bereich<E>) {
  const { name } = bereich;
  const Felder = FELDER[name];

  async function neu(visit: Visit, rejected?: Rejected) {
    const id = idOf(visit);
    const { person, words } = await readAs(visit.actor, async (tx) => {
      const [found] = await personsByIds(tx, visit.actor, [id]);
      if (found === undefined) throw new NotFound();
      return { person: found, words: await worte(tx) };
    });
    return (
      <CardPage {...belowLage(visit, person)} title={`${BEREICHE[name]}: eintragen`} rejected={rejected}>
        <p>
          Für <Entered>{person.name}</Entered>
        </p>
        <Form action={`/personen/${id}/${name}/neu`} rejected={rejected}>
          <Felder field={fieldsOf(undefined, rejected)} worte={words} />
          <Submit label="Eintragen" cancel={back(name, id)} />
        </Form>
      </CardPage>
    );
  }

  async function edit(visit: Visit, rejected?: Rejected) {
    const { eintrag, person, words } = await opened(visit, bereich);
    const record = { version: eintrag.version, values: valuesOf(eintrag.daten, eintrag.falsch) };
    const field = fieldsOf(record.values, rejected);
    return (
      <CardPage {...belowLage(visit, person)} title={`${BEREICHE[name]}: ändern`} rejected={rejected}>
        <ConflictNotice rejected={rejected} fields={feldnamen(name, words)} stored={back(name, person.id)} />
        <Form action={`/lebenslage/${name}/${eintrag.id}`} record={record} rejected={rejected}>
          <Felder field={field} worte={words} />
          <Checkbox
            {...field("falsch")}
            label={LABEL.falsch}
            hint="Für einen Irrtum. Der Eintrag zählt dann nicht mehr und steht nur noch unter den früheren Ständen."
          />
          <Submit label="Speichern" cancel={back(name, person.id)} />
        </Form>
      </CardPage>
    );
  }

  return { neu, edit };
}

/** Opens an entry; the log names the person whose it is. @throws NotFound */
async function opened<E>(visit: Visit, bereich: Bereich<E>) {
  const { actor } = visit;
  const { personId } = await readAs(actor, (tx) => eintragOf(tx, actor, bereich, idOf(visit)));
  return openRecordAs(actor, { art: bereich.gegenstand, id: personId }, ZWECK, async (tx) => {
    const eintrag = await eintragOf(tx, actor, bereich, idOf(visit));
    const [person] = await personsByIds(tx, actor, [personId]);
    if (person === undefined) throw new NotFound();
    return { eintrag, person, words: await worte(tx) };
  });
}

/** Saves an entry more; where to go. */
export async function add<E>(tx: Tx, visit: Changing, bereich: Bereich<E>, e: E): Promise<string> {
  const id = idOf(visit);
  await recordEintrag(tx, visit.actor, bereich, id, e);
  return getan.after(back(bereich.name, id), "eingetragen");
}

/** Saves an entry that was changed; where to go. */
export async function replace<E extends object>(
  tx: Tx,
  visit: Changing,
  bereich: Bereich<E>,
  changed: { readonly falsch: boolean; readonly e: E },
): Promise<string> {
  const person = await changeEintrag(tx, visit.actor, bereich, visit.at, changed);
  return getan.after(back(bereich.name, person), "geaendert");
}
