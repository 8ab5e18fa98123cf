import { today } from "../../../platform/clock.ts";
import type { Rejected } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { CheckChips, DateField, TextArea, fieldsOf } from "../../../ui/index.ts";
import { KATEGORIE, KATEGORIEN, type Kategorie } from "../../einwilligungen/index.ts";
import { type Art, FRIST } from "../model/stand.ts";
import type { Aktenstand } from "../queries/angaben.ts";

type AuswahlProps = { readonly stand: Aktenstand; readonly rejected: Rejected | undefined };

/** The lines of the file, in the groups that a consent names. */
export function Auswahl({ stand, rejected }: AuswahlProps) {
  const field = fieldsOf({}, rejected);
  const groups = KATEGORIE.map((kategorie): [Kategorie, Aktenstand["angaben"]] => [
    kategorie,
    stand.angaben.filter((one) => one.kategorie === kategorie),
  ]).filter(([, lines]) => lines.length > 0);
  const options = groups.flatMap(([, lines]) =>
    lines.map(({ feld, name, wert }) => ({ value: feld, label: `${name}: ${wert}` })),
  );
  return <CheckChips {...field("angaben")} label="Welche Angaben kommen in die Kopie?" options={options} optional />;
}

type WorteProps = { readonly art: Art; readonly rejected: Rejected | undefined };

/** What is said beside the lines, and how long all of it can be read. */
export function Worte({ art, rejected }: WorteProps) {
  const field = fieldsOf({ gueltig_bis: [daysFrom(today(), FRIST[art])] }, rejected);
  return (
    <>
      {art === "traeger" ? (
        <TextArea
          {...field("bedarf")}
          label="Worum es geht, ohne Namen"
          hint="Das sieht der andere Träger vor der Annahme, dazu Kommune, Altersgruppe und Sprachen."
        />
      ) : null}
      <TextArea {...field("worte")} label="Dazu in Ihren Worten" hint="Nur, was die andere Stelle braucht." optional />
      <CheckChips
        {...field("worte_kategorien")}
        label="Worum geht es in Ihren Worten?"
        options={KATEGORIE.map((one) => ({ value: one, label: KATEGORIEN[one] }))}
        optional
      />
      <DateField
        {...field("gueltig_bis")}
        label="Zu lesen bis"
        hint="Danach öffnet die Kopie niemand mehr. Endet die Einwilligung früher, endet auch die Kopie."
      />
    </>
  );
}
