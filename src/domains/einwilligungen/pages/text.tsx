import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { type Rejected, first, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  CardPage,
  ConflictNotice,
  Entered,
  Fold,
  Form,
  HiddenField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { changeText, releaseText, textValues } from "../commands/change-text.ts";
import { writeText } from "../commands/write-text.ts";
import { Wortlaut } from "../model/einwilligung.ts";
import { VORSCHLAG } from "../model/vorschlag.ts";
import { SPRACHE, eigenName, ZWECK, ZWECKE } from "../model/zwecke.ts";
import { TEXTE, textGetan } from "../parts/getan.ts";
import { Von } from "../parts/von.tsx";
import { type EinwilligungText, alleTexte, einwilligungText, freigebende } from "../queries/texte.ts";

const permission = "einwilligungstext.schreiben";
const NEU = `${TEXTE}/neu`;
const breadcrumb = [{ label: "Texte der Einwilligungen", href: TEXTE }];
const Query = z.object({ zweck: z.enum(ZWECK).default("begleitung"), sprache: z.enum(SPRACHE).default("de") });
const Neu = Wortlaut.extend({ zweck: z.enum(ZWECK), sprache: z.enum(SPRACHE) });

/** The German text of a version, beside which it is translated. */
const deutschOf = (texte: readonly EinwilligungText[], zweck: string): EinwilligungText | undefined =>
  texte.find((one) => one.zweck === zweck && one.sprache === "de");

function Deutsch({ text }: { readonly text: EinwilligungText | undefined }) {
  return text === undefined ? null : (
    <Fold summary={`Der deutsche Text, Fassung ${text.fassung}`} open>
      <p class="prose">
        <Entered>{text.wortlaut}</Entered>
      </p>
    </Fold>
  );
}

async function neuForm(visit: Visit, rejected?: Rejected) {
  const asked = readQuery(Query, visit.url);
  const of = (name: string) => (rejected === undefined ? undefined : first(rejected.values, name));
  const zweck = ZWECK.find((one) => one === of("zweck")) ?? asked.zweck;
  const sprache = SPRACHE.find((one) => one === of("sprache")) ?? asked.sprache;
  const texte = await readAs(visit.actor, (tx) => alleTexte(tx, visit.actor));
  const deutsch = deutschOf(texte, zweck);
  const begin = sprache === "de" ? (deutsch?.wortlaut ?? VORSCHLAG[zweck]) : "";
  const title = `${ZWECKE[zweck]}: ${eigenName(sprache)}`;
  return (
    <CardPage frame={visit.frame} title={title} rejected={rejected} breadcrumb={breadcrumb} extra>
      {sprache === "de" ? null : <Deutsch text={deutsch} />}
      <Form action={NEU} rejected={rejected}>
        <HiddenField name="zweck" value={zweck} />
        <HiddenField name="sprache" value={sprache} />
        <TextArea
          {...fieldsOf({ wortlaut: [begin] }, rejected)("wortlaut")}
          label="Text"
          hint={sprache === "de" && deutsch === undefined ? VORSCHLAG_HINT : undefined}
          rows={14}
          lang={DRUCKSPRACHEN[sprache].lang}
        />
        <Submit label="Als Entwurf speichern" cancel={TEXTE} />
      </Form>
    </CardPage>
  );
}

const VORSCHLAG_HINT = "Ein Vorschlag, nicht amtlich geprüft. Passen Sie ihn an, und lassen Sie ihn prüfen.";

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { text, deutsch, namen } = await readAs(actor, async (tx) => {
    const text = await einwilligungText(tx, actor, idOf(visit));
    const same = (await alleTexte(tx, actor)).filter((one) => one.fassung === text.fassung);
    return { text, deutsch: deutschOf(same, text.zweck), namen: await freigebende(tx, actor, [text]) };
  });
  const self = `${TEXTE}/${text.id}`;
  const record = { version: text.version, values: textValues(text) };
  return (
    <CardPage
      frame={visit.frame}
      title={`${ZWECKE[text.zweck]}: ${eigenName(text.sprache)}`}
      rejected={rejected}
      breadcrumb={breadcrumb}
      extra
    >
      <ConflictNotice rejected={rejected} fields={[{ name: "wortlaut", label: "Text" }]} stored={self} />
      {text.sprache === "de" ? null : <Deutsch text={deutsch} />}
      {text.freigegebenAm === null ? (
        <>
          <Form action={self} record={record} rejected={rejected}>
            <TextArea
              {...fieldsOf(record.values, rejected)("wortlaut")}
              label="Text"
              rows={14}
              lang={DRUCKSPRACHEN[text.sprache].lang}
            />
            <Submit label="Speichern" cancel={TEXTE} />
          </Form>
          <Form action={`${self}/freigeben`} record={{ version: text.version, values: {} }}>
            <p class="hint">Freigegeben wird, was gespeichert ist. Danach ändert sich dieser Text nicht mehr.</p>
            <Actions>
              <Button kind="secondary">Freigeben</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <Frei text={text} am={text.freigegebenAm} namen={namen} />
      )}
    </CardPage>
  );
}

type FreiProps = { readonly text: EinwilligungText; readonly am: string; readonly namen: ReadonlyMap<string, string> };

const Frei = ({ text, am, namen }: FreiProps) => (
  <>
    <p class="hint">
      Fassung {text.fassung}, freigegeben am {tagText(am)}
      <Von text={text} namen={namen} />.
    </p>
    <div class="prose" lang={DRUCKSPRACHEN[text.sprache].lang} dir="auto">
      <p>
        <Entered>{text.wortlaut}</Entered>
      </p>
    </div>
  </>
);

export const begin = formPage(NEU, permission, { form: neuForm, schema: Neu }, async (tx, { actor }, input) =>
  textGetan.after(`${TEXTE}/${await writeText(tx, actor, input, input)}`, "begonnen"),
);

export const edit = formPage(
  `${TEXTE}/:id`,
  permission,
  { form, schema: Wortlaut, notices: textGetan },
  async (tx, { actor, at }, input) => {
    await changeText(tx, actor, at, input);
    return textGetan.after(`${TEXTE}/${at.id}`, "gespeichert");
  },
);

export const release = change(
  `${TEXTE}/:id/freigeben`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, { actor, at }) => {
    await releaseText(tx, actor, at);
    return textGetan.after(TEXTE, "freigegeben");
  },
);
