import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  ButtonLink,
  Card,
  ConflictNotice,
  Entered,
  Form,
  Page,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { addKommentar, setErledigt } from "../commands/comment.ts";
import { absaetzeOf } from "../model/absaetze.ts";
import { KommentarEingabe } from "../model/eingabe.ts";
import { belowKonzept, teilTitel } from "../parts/below.ts";
import { KOMMENTAR, TEIL, getan } from "../parts/getan.ts";
import { Kommentare, Vorschlaege } from "../parts/besprechung.tsx";
import { kommentarOrt, kommentareZu, vorschlaegeZu } from "../queries/besprechung.ts";
import { teilOf } from "../queries/kapitel.ts";
import { KeinName } from "../parts/kein-name.tsx";

const permission = "konzept.lesen";
const PATH = `${TEIL}/:id/besprechen`;
const Query = z.object({ absatz: z.coerce.number().int().min(1).max(999).optional() });

const seite = (visit: Visit, id: string) =>
  readAs(visit.actor, async (tx) => {
    const akte = await teilOf(tx, visit.actor, id);
    return {
      akte,
      kommentare: await kommentareZu(tx, visit.actor, akte),
      vorschlaege: await vorschlaegeZu(tx, visit.actor, akte),
    };
  });

async function form(visit: Visit, rejected?: Rejected, id = idOf(visit)) {
  const { akte, kommentare, vorschlaege } = await seite(visit, id);
  const self = `${TEIL}/${akte.teil.id}`;
  const absaetze = absaetzeOf(akte.teil.text);
  const { absatz } = readQuery(Query, visit.url);
  const field = fieldsOf({ stelle: [absaetze[(absatz ?? 0) - 1] ?? ""] }, rejected);
  return (
    <Page {...belowKonzept(visit, akte.konzept)} title={teilTitel(akte)} rejected={rejected} wide>
      <ConflictNotice rejected={rejected} fields={[]} stored={`${self}/besprechen`} />
      <Actions>
        {akte.konzept.schreibt ? (
          <ButtonLink kind="primary" href={self}>
            Schreiben
          </ButtonLink>
        ) : null}
        <ButtonLink href={`${self}/vorschlag`}>Änderung vorschlagen</ButtonLink>
        <ButtonLink kind="tertiary" href={`${self}/verlauf`}>
          Frühere Stände
        </ButtonLink>
      </Actions>
      <Card title="Text">
        {absaetze.length === 0 ? <p class="hint">Noch leer.</p> : null}
        {absaetze.map((text, i) => (
          <>
            <p>
              <Entered class="text">{text}</Entered>
            </p>
            <p>
              <a href={`${self}/besprechen?absatz=${i + 1}#text`} aria-label={`Absatz ${i + 1} kommentieren`}>
                Kommentieren
              </a>
            </p>
          </>
        ))}
      </Card>
      <Vorschlaege vorschlaege={vorschlaege} />
      <Kommentare kommentare={kommentare} text={akte.teil.text} />
      <Card title="Kommentieren">
        <Form action={`${self}/besprechen`} rejected={rejected}>
          <TextArea
            {...field("stelle")}
            label="Zu welcher Stelle?"
            hint="Der Wortlaut; leer: zum ganzen Teil."
            optional
          />
          <TextArea spellcheck {...field("text")} label="Ihr Kommentar" autofocus={absatz !== undefined} />
          <KeinName field={field} rejected={rejected} />
          <Submit label="Kommentieren" cancel={`${self}/besprechen`} />
        </Form>
      </Card>
    </Page>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form: (visit, rejected) => form(visit, rejected), schema: KommentarEingabe, notices: getan },
  async (tx, { actor, at }, input) => {
    await addKommentar(tx, actor, at, input);
    return getan.after(`${TEIL}/${at.id}/besprechen`, "kommentiert");
  },
);

/** Nothing is typed there: what is shown again is the page of the part. */
const wieder = async (visit: Visit, rejected: Rejected) =>
  form(visit, rejected, (await readAs(visit.actor, (tx) => kommentarOrt(tx, idOf(visit)))).teilId);

export const saveErledigt = change(
  `${KOMMENTAR}/:id/erledigt`,
  permission,
  { schema: NOTHING, again: wieder },
  async (tx, { actor, at }) => getan.after(`${TEIL}/${await setErledigt(tx, actor, at, true)}/besprechen`, "erledigt"),
);

export const saveOffen = change(
  `${KOMMENTAR}/:id/offen`,
  permission,
  { schema: NOTHING, again: wieder },
  async (tx, { actor, at }) => getan.after(`${TEIL}/${await setErledigt(tx, actor, at, false)}/besprechen`, "offen"),
);
