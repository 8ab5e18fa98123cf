import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, CheckChips, Form, SelectField, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { saveVorlage } from "../commands/save-vorlage.ts";
import { VorlageSpeichern } from "../model/eingabe.ts";
import { ausZahlen } from "../model/kapitel.ts";
import { belowBericht } from "../parts/below.ts";
import { LIST, VORLAGEN, getan } from "../parts/getan.ts";
import { entwurfOf } from "../queries/berichte.ts";
import { kapitelIn } from "../queries/kapitel.ts";
import { vorlagen } from "../queries/vorlagen.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/vorlage`;

async function form(visit: Visit, rejected?: Rejected) {
  const { akte, kapitel, all } = await readAs(visit.actor, async (tx) => {
    const found = await entwurfOf(tx, visit.actor, idOf(visit));
    return { akte: found, kapitel: await kapitelIn(tx, found.id), all: await vorlagen(tx) };
  });
  const self = `${LIST}/${akte.id}`;
  const written = kapitel.filter((k) => k.text !== null && k.text !== "");
  const fixed = written.filter((k) => ausZahlen(k.art)).map((k) => k.id);
  const field = fieldsOf({ ersetzt: [akte.vorlageId ?? ""], feste: fixed }, rejected);
  return (
    <CardPage {...belowBericht(visit, akte)} title="Als Vorlage speichern" rejected={rejected}>
      <Form action={`${self}/vorlage`} rejected={rejected}>
        <p>
          Eine Vorlage merkt sich Kopf, Reihenfolge und Überschriften dieses Entwurfs, und was aus ihm herausgenommen
          ist.
        </p>
        {all.length === 0 ? null : (
          <SelectField
            {...field("ersetzt")}
            label="Welche Vorlage wird ersetzt?"
            options={all.map((v) => ({ value: v.id, label: v.name }))}
            empty="Keine, es wird eine neue"
            optional
          />
        )}
        <TextField
          {...field("name")}
          label="Name der Vorlage"
          hint={all.length === 0 ? undefined : "Leer: Eine ersetzte Vorlage behält ihren Namen."}

          optional={all.length > 0}
        />
        {written.length === 0 ? null : (
          <CheckChips
            {...field("feste")}
            label="Welche Texte stehen in jedem Bericht?"
            options={written.map((k) => ({ value: k.id, label: k.titel }))}
            optional
          />
        )}
        <Submit label="Vorlage speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: VorlageSpeichern }, async (tx, visit, input) =>
  getan.after(`${VORLAGEN}/${await saveVorlage(tx, visit.actor, visit.at, input)}`, "vorlage"),
);
