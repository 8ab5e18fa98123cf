import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Entered, Form, SelectField, Submit, TextArea, fieldsOf } from "../../../ui/index.ts";
import { mergeLuecke, separateLuecke } from "../commands/merge-luecke.ts";
import { Zusammen, nameVon } from "../model/luecke.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KeinName } from "../parts/melden-felder.tsx";
import { aehnlicheZu } from "../queries/aehnliche.ts";
import { lueckeOf } from "../queries/luecken.ts";
import { uebersicht } from "../queries/uebersicht.ts";

const permission = "luecke.steuern";
const PATH = `${LIST}/:id/zusammenfuehren`;
const Query = z.object({ in: z.uuid().optional() });

/** Every open gap to choose from, the similar ones first. */
async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { luecke, alle } = await readAs(visit.actor, async (tx) => ({
    luecke: await lueckeOf(tx, id),
    alle: await uebersicht(tx, visit.actor, {}),
  }));
  const own = alle.find((zeile) => zeile.luecke.id === id);
  const near = own === undefined ? [] : aehnlicheZu(own, alle).map(({ zeile }) => zeile);
  const rest = alle.filter((zeile) => zeile.luecke.id !== id && !near.includes(zeile));
  const optionOf = ({ luecke: { id: value }, name }: (typeof alle)[number]) => ({ value, label: name });
  const groups = [
    { label: "Ähnliche", options: near.map(optionOf) },
    { label: near.length === 0 ? "Alle offenen" : "Andere", options: rest.map(optionOf) },
  ].filter(({ options }) => options.length > 0);
  const self = `${LIST}/${id}`;
  const asked = readQuery(Query, visit.url).in;
  const field = fieldsOf({ in: asked === undefined ? [] : [asked] }, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title="Zusammenführen"
      rejected={rejected}
      breadcrumb={[
        { label: "Systemlücken", href: LIST },
        { label: "Lücke", href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={[{ name: "grund", label: "Warum?" }]} stored={self} />
      <p>
        <Entered>{nameVon(luecke)}</Entered>
      </p>
      <p>Ihre Meldungen zählen dann bei der anderen. Beide bleiben stehen; trennen können Sie sie jederzeit.</p>
      <Form action={`${self}/zusammenfuehren`} record={{ version: luecke.version, values: {} }} rejected={rejected}>
        <SelectField {...field("in")} label="Mit welcher Lücke?" options={groups} empty="Bitte wählen" />
        <TextArea
          spellcheck
          {...field("grund")}
          label="Was ist dazu zu sagen?"
          hint="Ein Satz ohne Personen. Wer gemeldet hat, liest ihn."
          rows={2}
          optional
        />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Zusammenführen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: Zusammen },
  async (tx, { actor, at }, input) => {
    await mergeLuecke(tx, actor, at, input);
    return getan.after(`${LIST}/${input.in}`, "zusammengefuehrt");
  },
);

export const saveSeparate = change(
  `${LIST}/:id/trennen`,
  permission,
  { schema: z.object({}), again: form },
  async (tx, { actor, at }) => {
    await separateLuecke(tx, actor, at);
    return getan.after(`${LIST}/${at.id}`, "getrennt");
  },
);
