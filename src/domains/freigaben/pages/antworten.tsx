import type { Child } from "#jsx";
import type { Permission, Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected, Values } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { today } from "../../../platform/clock.ts";
import { daysFrom } from "../../../platform/span.ts";
import { CardPage, Confirm, DateField, type FieldsOf, TextArea, fieldsOf } from "../../../ui/index.ts";
import { acceptAngebot } from "../commands/accept-angebot.ts";
import {
  ANGEBOT,
  MODUL_III,
  askAngebot,
  cancelTermin,
  giveErgebnis,
  refuseAngebot,
  setTermin,
} from "../commands/receive-kopie.ts";
import { Ablehnung, Ergebnis, Frage, Termin, Terminabsage } from "../model/eingabe.ts";
import type { Art } from "../model/stand.ts";
import { ANGEBOTE, KOPIEN, kopieGetan } from "../parts/getan.ts";
import { genannterTermin } from "../parts/inhalt.tsx";
import { kopieOf } from "../queries/kopien.ts";
import type { Schritt } from "../queries/schritte.ts";

type Antwort = {
  readonly list: string;
  readonly arten: readonly Art[];
  readonly wort: string;
  readonly title: string;
  readonly confirm: string;
  readonly danger?: true;
  readonly children: (field: FieldsOf) => Child;
  /** What the fields begin with, and what it is called where it was answered before. */
  readonly vorher?: (schritte: readonly Schritt[]) => { readonly title?: string; readonly values: Values };
};

/** A form with which a recipient answers; there is none for a copy that does not hold any more. */
const antwort =
  ({ list, arten, wort, title, confirm, danger, children, vorher }: Antwort) =>
  async (visit: Visit, rejected?: Rejected) => {
    const id = idOf(visit);
    const { version, schritte } = await readAs(visit.actor, (tx) => kopieOf(tx, visit.actor, arten, id));
    const told = vorher?.(schritte);
    const back = `${list}/${id}`;
    const label = list === KOPIEN ? "Freigegebene Kopie" : "Angebot";
    return (
      <CardPage
        frame={visit.frame}
        title={told?.title ?? title}
        rejected={rejected}
        breadcrumb={[{ label, href: back }]}
      >
        <Confirm
          action={`${back}/${wort}`}
          confirm={told?.title ?? confirm}
          back={back}
          version={version}
          rejected={rejected}
          danger={danger}
        >
          {children(fieldsOf(told?.values ?? {}, rejected))}
        </Confirm>
      </CardPage>
    );
  };

const empfangen: Permission = "kopie.empfangen";
const angebote: Permission = "angebot.empfangen";

export const termin = formPage(
  `${KOPIEN}/:id/termin`,
  empfangen,
  {
    form: antwort({
      list: KOPIEN,
      arten: MODUL_III,
      wort: "termin",
      title: "Termin nennen",
      confirm: "Termin nennen",
      vorher: (schritte) => {
        const known = genannterTermin(schritte);
        if (known === undefined) return { values: { tag: [daysFrom(today(), 7)] } };
        return { title: "Termin ändern", values: { tag: [known.tag ?? ""], text: [known.wort?.text ?? ""] } };
      },
      children: (field) => (
        <>
          <DateField {...field("tag")} label="Tag" />
          <TextArea {...field("text")} label="Uhrzeit, Ort, wer dabei ist" optional />
        </>
      ),
    }),
    schema: Termin,
  },
  async (tx, { actor, at }, input) => {
    await setTermin(tx, actor, at, input);
    return kopieGetan.after(`${KOPIEN}/${at.id}`, "termin");
  },
);

export const absagen = formPage(
  `${KOPIEN}/:id/absagen`,
  empfangen,
  {
    form: antwort({
      list: KOPIEN,
      arten: MODUL_III,
      wort: "absagen",
      title: "Termin absagen",
      confirm: "Termin absagen",
      danger: true,
      children: (field) => (
        <TextArea
          {...field("text")}
          label="Warum, und wie geht es weiter?"
          hint="Wer die Kopie freigegeben hat, liest es. Einen anderen Tag nennen Sie mit „Termin ändern“."
        />
      ),
    }),
    schema: Terminabsage,
  },
  async (tx, { actor, at }, input) => {
    await cancelTermin(tx, actor, at, input);
    return kopieGetan.after(`${KOPIEN}/${at.id}`, "abgesagt");
  },
);

export const ergebnis = formPage(
  `${KOPIEN}/:id/ergebnis`,
  empfangen,
  {
    form: antwort({
      list: KOPIEN,
      arten: MODUL_III,
      wort: "ergebnis",
      title: "Ergebnis eintragen",
      confirm: "Ergebnis eintragen",
      children: (field) => (
        <>
          <TextArea {...field("unterlagen")} label="Welche Unterlagen fehlen?" hint="Eine je Zeile." optional />
          <DateField {...field("tag")} label="Bis wann?" optional />
          <TextArea {...field("zusage")} label="Was sagen Sie zu?" optional />
          <TextArea {...field("text")} label="Was gilt sonst?" optional />
        </>
      ),
    }),
    schema: Ergebnis,
  },
  async (tx, { actor, at }, input) => {
    await giveErgebnis(tx, actor, at, input);
    return kopieGetan.after(`${KOPIEN}/${at.id}`, "ergebnis");
  },
);

const anAngebot = (more: Omit<Antwort, "list" | "arten">) => antwort({ list: ANGEBOTE, arten: ANGEBOT, ...more });

export const annehmen = formPage(
  `${ANGEBOTE}/:id/annehmen`,
  angebote,
  {
    form: anAngebot({
      wort: "annehmen",
      title: "Angebot annehmen",
      confirm: "Annehmen",
      children: () => (
        <p>
          Die Person kommt mit ihren freigegebenen Angaben und einem neuen Fall in Ihre Akte. Beim anderen Träger endet
          ihr Fall; seine Akte behält er nach seinen Fristen.
        </p>
      ),
    }),
    schema: NOTHING,
  },
  async (tx, { actor, at }) => {
    await acceptAngebot(tx, actor, at);
    return kopieGetan.after(`${ANGEBOTE}/${at.id}`, "angenommen");
  },
);

export const fragen = formPage(
  `${ANGEBOTE}/:id/fragen`,
  angebote,
  {
    form: anAngebot({
      wort: "fragen",
      title: "Rückfrage stellen",
      confirm: "Fragen",
      children: (field) => <TextArea {...field("text")} label="Was möchten Sie wissen?" />,
    }),
    schema: Frage,
  },
  async (tx, { actor, at }, input) => {
    await askAngebot(tx, actor, at, input);
    return kopieGetan.after(`${ANGEBOTE}/${at.id}`, "gefragt");
  },
);

export const ablehnen = formPage(
  `${ANGEBOTE}/:id/ablehnen`,
  angebote,
  {
    form: anAngebot({
      wort: "ablehnen",
      title: "Angebot ablehnen",
      confirm: "Ablehnen",
      danger: true,
      children: (field) => <TextArea {...field("text")} label="Warum?" hint="Der andere Träger liest es." />,
    }),
    schema: Ablehnung,
  },
  async (tx, { actor, at }, input) => {
    await refuseAngebot(tx, actor, at, input);
    return kopieGetan.after(ANGEBOTE, "abgelehnt");
  },
);
