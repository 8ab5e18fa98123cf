import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import type { Choice } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Alert,
  Card,
  CardPage,
  Confirm,
  Entered,
  Form,
  HiddenField,
  Page,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { type Luecke, lueckeOf, luecken, nameVon } from "../../luecken/index.ts";
import { addFreieVorlage, addVorlage } from "../commands/set-vorlage.ts";
import { NeueVorlage } from "../model/vorlage-eingabe.ts";
import type { Vorlage } from "../model/vorlage.ts";
import { belowList } from "../parts/below.ts";
import { LIST, VORLAGEN, getan } from "../parts/getan.ts";
import { Feld } from "../parts/vorlage-feld.tsx";
import { KeinName } from "../parts/worte.tsx";
import { vorlagen } from "../queries/vorlagen.ts";

const Query = z.object({ luecke: z.uuid().optional() });

type Rest = { readonly visit: Visit; readonly rejected: Rejected | undefined };

type LueckeProps = Rest & {
  readonly luecke: Luecke;
  /** Those that there are about it already. */
  readonly eigene: readonly Vorlage[];
};

/** One press: everything that is known of a gap becomes a Vorlage. */
const ZurLuecke = ({ luecke, eigene, visit, rejected }: LueckeProps) => (
  <CardPage {...belowList(visit)} title="Vorlage erstellen" rejected={rejected}>
    {eigene.length === 0 ? null : (
      <Alert kind="info" title="Zu dieser Lücke gibt es schon eine Vorlage">
        <ul class="plain-list">
          {eigene.map(({ id, titel, angelegtAm, fest }) => (
            <li>
              <a href={`${VORLAGEN}/${id}`}>
                <Entered>{titel}</Entered>
              </a>
              , {tagText(angelegtAm)}, {fest === null ? "noch nicht beraten" : "beraten"}
            </li>
          ))}
        </ul>
        <p>Eine neue brauchen Sie nur, wenn ein Gremium noch einmal und anders darüber beraten soll.</p>
      </Alert>
    )}
    <Confirm action={VORLAGEN} confirm="Vorlage erstellen" back={`/luecken/${luecke.id}`} rejected={rejected}>
      <p>
        <Entered>{nameVon(luecke)}</Entered>
      </p>
      <p>
        Worum es geht, wie oft, wo und welche Ämter: Das steht dann schon da, mit den Zahlen der Auswertung aus dem
        letzten ganzen Halbjahr. Sie ergänzen Möglichkeiten und Vorschlag.
      </p>
      <HiddenField name="luecke" value={luecke.id} />
    </Confirm>
  </CardPage>
);

type FreiProps = Rest & { readonly offen: readonly Vorlage[]; readonly felder: readonly Choice[] };

/** One that belongs to no gap begins with its title; below stand those that no body has read yet. */
function Frei({ offen, felder, visit, rejected }: FreiProps) {
  const field = fieldsOf({}, rejected);
  return (
    <Page {...belowList(visit)} title="Vorlage erstellen" rejected={rejected}>
      <Card>
        <p>
          Zu einer Systemlücke beginnen Sie auf <a href="/luecken">ihrer Seite</a>: Dann steht schon da, was über sie
          bekannt ist. Für alles andere reicht ein Titel.
        </p>
        <Form action={VORLAGEN} rejected={rejected}>
          <TextField {...field("titel")} label="Worüber soll ein Gremium beraten?" hint="Ohne Personen." />
          <Feld field={field} felder={felder} />
          <KeinName field={field} rejected={rejected} />
          <Submit label="Vorlage erstellen" cancel={LIST} />
        </Form>
      </Card>
      {offen.length === 0 ? null : (
        <Card title="Noch nicht beraten">
          <ul class="plain-list">
            {offen.map(({ id, titel, angelegtAm }) => (
              <li>
                <a href={`${VORLAGEN}/${id}`}>
                  <Entered>{titel}</Entered>
                </a>
                , {tagText(angelegtAm)}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

async function neu(visit: Visit, rejected?: Rejected) {
  const asked = askedFor(Query, visit, rejected);
  const { luecke, alle, felder } = await readAs(visit.actor, async (tx) => ({
    luecke: (await luecken(tx, [asked.luecke ?? []].flat()))[0],
    alle: await vorlagen(tx),
    felder: kodesAm((await codelisten(tx)).handlungsfeld, today()),
  }));
  const offen = alle.filter(({ fest }) => fest === null);
  return luecke === undefined ? (
    <Frei offen={offen} felder={felder} visit={visit} rejected={rejected} />
  ) : (
    <ZurLuecke
      luecke={luecke}
      eigene={alle.filter(({ lueckeId }) => lueckeId === luecke.id)}
      visit={visit}
      rejected={rejected}
    />
  );
}

export const { show: showNew, save: saveNew } = formPage(
  VORLAGEN,
  "gremium.schreiben",
  { form: neu, shownAt: `${VORLAGEN}/neu`, schema: NeueVorlage },
  async (tx, { actor }, { luecke, titel, ...rest }) => {
    if (luecke === null) {
      const id = await addFreieVorlage(tx, actor, { titel: titel ?? "", ...rest });
      return getan.after(`${VORLAGEN}/${id}/bearbeiten`, "freie");
    }
    await lueckeOf(tx, luecke);
    return getan.after(`${VORLAGEN}/${await addVorlage(tx, actor, luecke)}/bearbeiten`, "vorlage");
  },
);
