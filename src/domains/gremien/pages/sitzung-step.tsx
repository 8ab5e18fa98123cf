import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { yes } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { CardPage, Confirm, Entered, HiddenField, TextArea, fieldsOf } from "../../../ui/index.ts";
import { moveSitzung } from "../commands/move-sitzung.ts";
import { SitzungSchritt } from "../model/eingabe.ts";
import { istDabei } from "../model/gremium.ts";
import { type Stand, STAND, type Uebergang, schritteAus } from "../model/sitzung.ts";
import { belowSitzung } from "../parts/below.ts";
import { SITZUNGEN, getan } from "../parts/getan.ts";
import { SchrittKnoepfe, VERWERFEN } from "../parts/sitzung-karten.tsx";
import { KeinName } from "../parts/worte.tsx";
import { mitglieder } from "../queries/mitglieder.ts";
import { sitzungOf, tops } from "../queries/sitzungen.ts";

const Query = z.object({ nach: z.enum(STAND).optional(), verwerfen: yes });

async function lies({ actor }: Visit, id: string) {
  return readAs(actor, async (tx) => {
    const sitzung = await sitzungOf(tx, id);
    const all = await mitglieder(tx, actor, { gremiumId: sitzung.gremiumId });
    const members = all.filter((m) => istDabei(m, sitzung.tag));
    return { sitzung, members, agenda: await tops(tx, { sitzungId: id }) };
  });
}

/** What happens then, in a sentence or two. */
function Folge({
  schritt: { von, nach },
  verwirft,
  gelesen,
}: {
  readonly schritt: Uebergang;
  readonly verwirft: boolean;
  readonly gelesen: Awaited<ReturnType<typeof lies>>;
}) {
  const { members, agenda } = gelesen;
  const mail = members.filter(({ email }) => email !== null).length;
  if (von === "geplant" && nach === "eingeladen")
    return (
      <p>
        {anzahl(members.length, "Mitglied", "Mitglieder")}, {anzahl(agenda.length, "Punkt", "Punkte")} auf der
        Tagesordnung. {anzahl(mail, "Mitglied bekommt", "Mitglieder bekommen")} eine E-Mail mit Kalendereintrag,
        Einladung und Vorlagen; wer keine Adresse hat, dem geben Sie selbst Bescheid.
      </p>
    );
  if (nach === "durchgefuehrt" && von === "eingeladen")
    return (
      <p>
        Die Zahlen der Vorlagen bleiben ab jetzt, wie sie sind. Anwesenheit und Protokoll lassen sich dann eintragen.
      </p>
    );
  if (nach === "freigegeben" && verwirft)
    return (
      <p>
        Das Protokoll gilt wieder, wie es zuletzt freigegeben war. Was seitdem zu den Punkten geschrieben wurde, fällt
        weg.
      </p>
    );
  if (nach === "freigegeben")
    return <p>Diese Fassung ändert sich nicht mehr. Eine Berichtigung wird eine neue Fassung.</p>;
  if (nach === "abgesagt") return <p>Wer eingeladen war, bekommt eine Absage; der Eintrag im Kalender fällt weg.</p>;
  return null;
}

async function form(visit: Visit, rejected?: Rejected) {
  const gelesen = await lies(visit, idOf(visit));
  const { sitzung } = gelesen;
  const { nach, verwerfen } = askedFor(Query, visit, rejected);
  const verwirft = verwerfen && nach === "freigegeben";
  const schritt = schritteAus(sitzung.stand).find((one) => one.nach === nach);
  const self = `${SITZUNGEN}/${sitzung.id}`;
  const field = fieldsOf({}, rejected);
  const verb = verwirft && schritt !== undefined ? VERWERFEN : schritt?.verb;
  return (
    <CardPage {...belowSitzung(visit, sitzung)} title={verb ?? "Nächster Schritt"} rejected={rejected}>
      <p>
        <Entered>{sitzung.gremium}</Entered>, {tagText(sitzung.tag)}
      </p>
      {schritt === undefined ? (
        <SchrittKnoepfe actor={visit.actor} sitzung={sitzung} />
      ) : (
        <Confirm
          action={`${self}/schritt`}
          confirm={verb ?? schritt.verb}
          back={self}
          version={sitzung.version}
          rejected={rejected}
          danger={schritt.nach === "abgesagt" || verwirft}
        >
          <Folge schritt={schritt} verwirft={verwirft} gelesen={gelesen} />
          <HiddenField name="nach" value={schritt.nach} />
          {verwirft ? <HiddenField name="verwerfen" value="ja" /> : null}
          {schritt.grund === true ? (
            <TextArea spellcheck {...field("grund")} label="Warum?" hint="Ein Satz ohne Personen." rows={2} />
          ) : null}
          <KeinName field={field} rejected={rejected} />
        </Confirm>
      )}
    </CardPage>
  );
}

const WORT: Partial<Record<Stand, "eingeladen" | "abgesagt" | "begonnen" | "freigegeben">> = {
  eingeladen: "eingeladen",
  abgesagt: "abgesagt",
  durchgefuehrt: "begonnen",
  freigegeben: "freigegeben",
};

const wort = ({ nach, verwerfen }: SitzungSchritt) =>
  nach === "freigegeben" && verwerfen ? "verworfen" : (WORT[nach] ?? "weiter");

export const { show, save } = formPage(
  `${SITZUNGEN}/:id/schritt`,
  "gremium.lesen",
  { form, schema: SitzungSchritt },
  async (tx, { actor, at }, input) => {
    await moveSitzung(tx, actor, at, input);
    return getan.after(`${SITZUNGEN}/${at.id}`, wort(input));
  },
);
