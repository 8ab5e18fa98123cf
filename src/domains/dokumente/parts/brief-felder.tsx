import { CheckChips, DateField, type FieldsOf, SelectField, TextArea, TextField } from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { EMPFAENGER, KATEGORIE, KATEGORIEN, isBesonders } from "../../einwilligungen/index.ts";
import { type An, BRIEFSPRACHE, DRITTE, type Eingebaut } from "../model/brief.ts";
import type { Liste } from "../model/mitbringen.ts";
import type { FallWahl } from "../queries/dokumente.ts";
import { fallZeichen } from "./worte.ts";

type FelderProps = {
  readonly field: FieldsOf;
  /** A letter of the program; undefined for one of the Träger, which may need anything. */
  readonly eingebaut: Eingebaut | undefined;
  readonly an: An;
  readonly listen: readonly Liste[];
  readonly faelle: readonly FallWahl[];
};

/** What a letter needs to be told, by which one it is. */
export function BriefFelder({ field, eingebaut, an, listen, faelle }: FelderProps) {
  const termin = eingebaut === "einladung" || eingebaut === undefined;
  return (
    <>
      {an === "dritte" ? (
        <Empfaenger field={field} />
      ) : (
        <SelectField
          {...field("sprache")}
          label="Dazu in der Sprache der Person"
          hint="Was KIM schreibt, steht dann auch in ihrer Sprache da. Was Sie schreiben, bleibt, wie es ist."
          options={BRIEFSPRACHE.map((one) => ({ value: one, label: DRUCKSPRACHEN[one].name }))}
          empty="nur auf Deutsch"
          optional
        />
      )}
      <TextField {...field("betreff")} label="Betreff" optional />
      {termin ? <Termin field={field} optional={eingebaut === undefined} /> : null}
      {an === "dritte" && eingebaut !== undefined ? null : (
        <SelectField
          {...field("liste")}
          label="Was mitzubringen ist"
          options={listen.map(({ key, anlass }) => ({ value: key, label: anlass }))}
          empty="nichts davon"
          optional={eingebaut !== "mitbringen"}
        />
      )}
      <TextArea {...field("text")} label="Text" optional={eingebaut !== "anschreiben"} rows={6} />
      {faelle.length === 0 ? null : (
        <SelectField
          {...field("zu_fall")}
          label="Gehört zu einem Fall"
          options={faelle.map((one) => ({ value: one.id, label: fallZeichen(one) }))}
          empty="zu keinem, nur zur Person"
          optional
        />
      )}
    </>
  );
}

const Termin = ({ field, optional }: { readonly field: FieldsOf; readonly optional: boolean }) => (
  <>
    <DateField {...field("termin_am")} label="Tag des Termins" optional={optional} />
    <TextField {...field("termin_um")} label="Uhrzeit" hint="Zum Beispiel 10:30 Uhr." optional />
    <TextField {...field("termin_ort")} label="Ort" optional />
  </>
);

/** Whoever else gets it, and what of her file stands in it: that is what the consent is asked for. */
const Empfaenger = ({ field }: { readonly field: FieldsOf }) => (
  <>
    <SelectField
      {...field("empfaenger_art")}
      label="An wen geht der Brief?"
      options={DRITTE.map((one) => ({ value: one, label: EMPFAENGER[one] }))}
      empty="Bitte wählen"
    />
    <TextField {...field("empfaenger")} label="Name der Stelle" hint="So, wie er in der Einwilligung steht." optional />
    <TextArea {...field("anschrift")} label="Anschrift der Stelle" optional rows={3} />
    <CheckChips
      {...field("kategorien")}
      label="Welche Angaben stehen im Brief?"
      hint="Nur, was die Einwilligung nennt. Auch im Text."
      options={KATEGORIE.map((one) => ({
        value: one,
        label: isBesonders(one) ? `${KATEGORIEN[one]} (besonders geschützt)` : KATEGORIEN[one],
      }))}
    />
  </>
);
