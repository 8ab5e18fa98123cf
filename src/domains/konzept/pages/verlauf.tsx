import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, Button, Card, ConflictNotice, Entered, Form, HiddenField, Page } from "../../../ui/index.ts";
import { restoreTeil } from "../commands/save-teil.ts";
import { StandWieder } from "../model/eingabe.ts";
import { belowTeil, teilTitel } from "../parts/below.ts";
import { TEIL, getan } from "../parts/getan.ts";
import { Unterschied } from "../parts/teil-form.tsx";
import { teilOf } from "../queries/kapitel.ts";
import { staendeOf } from "../queries/staende.ts";

const PATH = `${TEIL}/:id/verlauf`;
/** Each with what it changed: more are too many to read. Older ones stay stored. */
const SHOWN = 30;

async function form(visit: Visit, rejected?: Rejected) {
  const { akte, staende } = await readAs(visit.actor, async (tx) => {
    const found = await teilOf(tx, visit.actor, idOf(visit));
    return { akte: found, staende: await staendeOf(tx, visit.actor, found, SHOWN + 1) };
  });
  const self = `${TEIL}/${akte.teil.id}/verlauf`;
  return (
    <Page {...belowTeil(visit, akte)} title={`Frühere Stände: ${teilTitel(akte)}`} rejected={rejected} extra>
      <ConflictNotice rejected={rejected} fields={[]} stored={self} />
      {staende.length > SHOWN ? <p class="hint">Die letzten {SHOWN} Stände. Ältere bleiben gespeichert.</p> : null}
      {staende.slice(0, SHOWN).map(({ version, text, am, wer, zusammen }, i) => (
        <Card title={`Stand ${version}${i === 0 ? ", gilt" : ""}`}>
          <p class="hint">
            <Entered>{wer}</Entered>, {tagText(am)}
            {zusammen ? ", zusammengeführt mit gleichzeitig Geschriebenem" : ""}
          </p>
          <Unterschied vorher={staende[i + 1]?.text ?? ""} nachher={text} />
          {i === 0 || !akte.konzept.schreibt ? null : (
            <Form action={self} record={{ version: akte.teil.version, values: undefined }}>
              <HiddenField name="stand" value={String(version)} />
              <Actions>
                <Button kind="secondary" small>
                  Diesen Stand wieder nehmen
                </Button>
              </Actions>
            </Form>
          )}
        </Card>
      ))}
    </Page>
  );
}

export const { show, save } = formPage(
  PATH,
  "konzept.lesen",
  { form, schema: StandWieder, notices: getan },
  async (tx, { actor, at }, { stand }) => {
    await restoreTeil(tx, actor, at, stand);
    return getan.after(`${TEIL}/${at.id}/verlauf`, "wieder");
  },
);
