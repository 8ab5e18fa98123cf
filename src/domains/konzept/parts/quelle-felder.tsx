import { type FieldsOf, TextArea, TextField } from "../../../ui/index.ts";

/** What a source is called, and where it stands. */
export const QuelleFelder = ({ field }: { readonly field: FieldsOf }) => (
  <>
    <TextArea
      spellcheck
      {...field("text")}
      label="Quelle"
      hint="Wer, was, wann: „Kreisjugendamt, Bedarfsplanung Kindertagesbetreuung 2026“."
    />
    <TextField {...field("adresse")} label="Internetadresse" type="url" optional />
  </>
);
