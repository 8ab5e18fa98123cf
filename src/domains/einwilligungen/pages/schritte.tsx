import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  CheckChips,
  ConflictNotice,
  DateField,
  Form,
  RadioSegment,
  SelectField,
  SignatureField,
  Submit,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { HINWEIS_KIND, verstaendigungAm, verstaendigungFelder } from "../../verstaendigung/index.ts";
import { endEinwilligung } from "../commands/end-einwilligung.ts";
import { explainEinwilligung } from "../commands/explain-einwilligung.ts";
import { giveEinwilligung } from "../commands/give-einwilligung.ts";
import { narrowEinwilligung } from "../commands/narrow-einwilligung.ts";
import { Absage, Einschraenkung, Erlaeuterung, Erteilung } from "../model/einwilligung.ts";
import { DURCH } from "../model/minderjaehrig.ts";
import { FLAECHE } from "../model/unterschrift.ts";
import { FORM, FORMEN, KATEGORIEN, SPRACHE, ZWECKE, eigenName } from "../model/zwecke.ts";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { type Einwilligung, einwilligungOf } from "../queries/einwilligungen.ts";

const permission = "einwilligung.schreiben";
const OPENED = "einwilligung";

type Shown = {
  readonly e: Einwilligung;
  readonly hilfen: ReturnType<typeof verstaendigungFelder>;
  readonly rejected: Rejected | undefined;
};

/** A form for one step of a consent: what it is called, what is asked, what the button says. */
const schrittForm =
  (wort: string, title: string, Felder: (shown: Shown) => unknown) => async (visit: Visit, rejected?: Rejected) => {
    const id = idOf(visit);
    const { e, hilfen } = await openRecordAs(visit.actor, { art: "einwilligung", id }, OPENED, async (tx) => ({
      e: await einwilligungOf(tx, visit.actor, id),
      hilfen: verstaendigungFelder(verstaendigungAm(await codelisten(tx), today())),
    }));
    const self = `${ONE}/${id}`;
    return (
      <CardPage
        frame={visit.frame}
        extra
        title={title}
        rejected={rejected}
        breadcrumb={[
          { label: "Einwilligungen", href: listOf(e.personId) },
          { label: ZWECKE[e.zweck], href: self },
        ]}
      >
        <ConflictNotice rejected={rejected} fields={[{ name: "am", label: "Wann?" }]} stored={self} />
        <Form action={`${self}/${wort}`} record={{ version: e.version, values: {} }} rejected={rejected}>
          <>{Felder({ e, hilfen, rejected })}</>
          <Submit label={title} cancel={self} />
        </Form>
      </CardPage>
    );
  };

const Grund = ({ rejected }: Pick<Shown, "rejected">) => (
  <TextArea
    spellcheck
    {...fieldsOf(undefined, rejected)("grund")}
    label="Was ist dazu zu sagen?"
    hint="Niemand muss einen Grund nennen. Wird versiegelt."
    rows={3}
    optional
  />
);

const explained = schrittForm("erlaeutern", "Ist erklärt", ({ e, hilfen, rejected }) => {
  const field = fieldsOf({ am: [today()], sprache: [e.sprache ?? "de"] }, rejected);
  return (
    <>
      <DateField {...field("am")} label="Wann haben Sie es erklärt?" />
      <SelectField
        {...field("sprache")}
        label="In welcher Sprache?"
        options={SPRACHE.map((one) => ({ value: one, label: eigenName(one) }))}
      />
      <SelectField {...field("verstaendigung")} {...hilfen.verstaendigung} optional />
      <p class="hint noted">{HINWEIS_KIND}</p>
    </>
  );
});

const given = schrittForm("erteilen", "Ist erteilt", ({ rejected }) => {
  const field = fieldsOf({ am: [today()], durch: ["person"], form: ["papier"] }, rejected);
  return (
    <>
      <DateField {...field("am")} label="Wann wurde eingewilligt?" />
      <RadioSegment
        {...field("durch")}
        label="Wer willigt ein?"
        options={Object.entries(DURCH).map(([value, label]) => ({ value, label }))}
      />
      <RadioSegment {...field("form")} label="Wie?" options={FORM.map((value) => ({ value, label: FORMEN[value] }))} />
      <SignatureField
        {...field("unterschrift")}
        label="Unterschrift auf dem Bildschirm"
        hint="Mit Finger, Stift oder Maus, nur für „auf dem Bildschirm“. Geht das nicht, wird auf Papier oder mündlich eingewilligt."
        clear="Feld leeren"
        width={FLAECHE.breite}
        height={FLAECHE.hoehe}
        optional
      />
      <TextField {...field("zeuge")} label="Wer war dabei?" hint="Nur, wenn es mündlich war." optional />
      <DateField {...field("gueltig_bis")} label="Gilt bis" hint="Leer: bis auf Widerruf." optional />
    </>
  );
});

const narrowed = schrittForm("einschraenken", "Einschränken", ({ e, rejected }) => {
  const bis = e.gueltigBis === null ? [] : [e.gueltigBis];
  const field = fieldsOf({ am: [today()], kategorien: [...e.kategorien], gueltig_bis: bis }, rejected);
  return (
    <>
      <DateField {...field("am")} label="Ab wann?" />
      <CheckChips
        {...field("kategorien")}
        label="Welche Angaben umfasst sie noch?"
        options={e.kategorien.map((one) => ({ value: one, label: KATEGORIEN[one] }))}
        values={[...e.kategorien]}
      />
      <DateField {...field("gueltig_bis")} label="Gilt bis" hint="Leer: bis auf Widerruf." optional />
      <Grund rejected={rejected} />
    </>
  );
});

const refused = schrittForm("ablehnen", "Person möchte nicht", ({ rejected }) => (
  <>
    <p>Beraten wird sie weiter wie bisher. Es geht nur nichts an andere.</p>
    <DateField {...fieldsOf({ am: [today()] }, rejected)("am")} label="Wann hat sie es gesagt?" />
    <Grund rejected={rejected} />
  </>
));

const withdrawn = schrittForm("widerrufen", "Widerruf eintragen", ({ rejected }) => (
  <>
    <p>
      Sobald Sie speichern, geht auf diese Einwilligung nichts mehr hinaus. Zurückholen lässt sich nichts; wer schon
      etwas bekommen hat, steht dann auf der Seite.
    </p>
    <DateField {...fieldsOf({ am: [today()] }, rejected)("am")} label="Wann wurde widerrufen?" />
    <Grund rejected={rejected} />
  </>
));

export const explain = formPage(
  `${ONE}/:id/erlaeutern`,
  permission,
  { form: explained, schema: Erlaeuterung },
  async (tx, { actor, at }, input) => {
    await explainEinwilligung(tx, actor, at, input);
    return getan.after(`${ONE}/${at.id}`, "erlaeutert");
  },
);

export const give = formPage(
  `${ONE}/:id/erteilen`,
  permission,
  { form: given, schema: Erteilung },
  async (tx, { actor, at }, input) => {
    await giveEinwilligung(tx, actor, at, input);
    return getan.after(`${ONE}/${at.id}`, "erteilt");
  },
);

export const narrow = formPage(
  `${ONE}/:id/einschraenken`,
  permission,
  { form: narrowed, schema: Einschraenkung },
  async (tx, { actor, at }, input) => {
    await narrowEinwilligung(tx, actor, at, input);
    return getan.after(`${ONE}/${at.id}`, "eingeschraenkt");
  },
);

export const refuse = formPage(
  `${ONE}/:id/ablehnen`,
  permission,
  { form: refused, schema: Absage },
  async (tx, { actor, at }, input) => {
    await endEinwilligung(tx, actor, at, "abgelehnt", input);
    return getan.after(`${ONE}/${at.id}`, "abgelehnt");
  },
);

export const withdraw = formPage(
  `${ONE}/:id/widerrufen`,
  permission,
  { form: withdrawn, schema: Absage },
  async (tx, { actor, at }, input) => {
    await endEinwilligung(tx, actor, at, "widerrufen", input);
    return getan.after(`${ONE}/${at.id}`, "widerrufen");
  },
);
