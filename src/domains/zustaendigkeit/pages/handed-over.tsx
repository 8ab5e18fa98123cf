import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { instant } from "../../../platform/words.ts";
import { Actions, Alert, Button, CardPage, DescriptionList, Entered, Form } from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { readUebergabe } from "../commands/confirm-uebergabe.ts";
import { OWN, getan } from "../parts/getan.ts";
import { Stand, was } from "../parts/uebergaben.tsx";
import { notizOf, uebergabeOf, uebergebene } from "../queries/uebergaben.ts";

const permission = "vertretung.eigene";
const PATH = `${OWN}/uebergaben/:id`;

/** A hand-over for both who are part of it: what, the note, and who came with it. */
async function show(visit: Visit) {
  const { actor } = visit;
  const id = idOf(visit);
  const { u, notiz, namen } = await readAs(actor, async (tx) => {
    const found = await uebergabeOf(tx, actor, id);
    if (found === undefined || (found.an !== actor.kontoId && found.von !== actor.kontoId)) throw new NotFound();
    const personen = await uebergebene(tx, id);
    return { u: found, notiz: await notizOf(tx, actor, id), namen: await personNames(tx, actor, personen) };
  });
  return (
    <CardPage frame={visit.frame} title="Übergabe" breadcrumb={[{ label: "Vertretung", href: OWN }]}>
      <DescriptionList
        items={[
          { term: "Wann", value: instant(u.gegebenAm) },
          { term: "Von", value: <Entered>{u.werVon}</Entered> },
          { term: "An", value: <Entered>{u.werAn}</Entered> },
          { term: "Was", value: was(u) },
          { term: "Stand", value: <Stand u={u} /> },
          ...(notiz === undefined ? [] : [{ term: "Notiz", value: <Entered class="text">{notiz}</Entered> }]),
        ]}
      />
      {u.stand === "verfallen" ? (
        <Alert kind="warning">
          <Entered>{u.werAn}</Entered> berät hier nicht mehr. Alles ist geblieben, wo es war: Übergeben Sie es jemand
          anderem.
        </Alert>
      ) : null}
      {namen.size === 0 ? null : (
        <>
          <h2>Wer jetzt zu Ihnen gehört</h2>
          <ul>
            {[...namen].map(([person, name]) => (
              <li>
                <a href={`/personen/${person}`}>
                  <Entered>{name}</Entered>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {u.neu && u.an === actor.kontoId ? (
        <Form action={`${OWN}/uebergaben/${id}`} native>
          <Actions>
            <Button>Gelesen</Button>
          </Actions>
        </Form>
      ) : null}
    </CardPage>
  );
}

export const showHandedOver = page({ path: PATH, permission, show });

export const saveHandedOver = change(PATH, permission, { schema: NOTHING, again: show }, async (tx, visit) => {
  await readUebergabe(tx, visit.actor, { id: idOf(visit) });
  return getan.after(OWN, "gelesen");
});
