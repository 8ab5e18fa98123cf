import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  Row,
  SelectField,
  TextArea,
} from "../../../ui/index.ts";
import { SKALA, TEXTE, TEXT_WORT, type Text, skalaText } from "../model/assessment.ts";

const HINT: Readonly<Record<Text, string | undefined>> = {
  lage: "In wenigen Sätzen. Alles hier wird versiegelt.",
  ressourcen: "Menschen, Können, Anträge, die schon laufen.",
  bedarf: undefined,
  wunsch: "In ihren eigenen Worten, auch in ihrer Sprache.",
};

/** One area: nothing of it has to be filled, but something. */
export const AreaFields = ({ field }: { readonly field: FieldsOf }) => (
  <>
    <Row>
      <Col span={6}>
        <SelectField
          {...field("skala")}
          label="Wie gut geht es in diesem Bereich?"
          hint="0 sehr schlecht, 10 sehr gut; fragen Sie die Person."
          options={SKALA.map((value) => ({ value, label: skalaText(value) }))}
          empty="ohne Zahl"
          optional
        />
      </Col>
      <Col span={6}>
        <DateField {...field("am")} label="Besprochen am" />
      </Col>
    </Row>
    {TEXTE.map((text) => (
      <TextArea spellcheck {...field(text)} label={TEXT_WORT[text]} hint={HINT[text]} rows={3} optional />
    ))}
  </>
);

/** Saves, and goes on with the next area that is empty where there is one. */
export const AreaSubmit = ({ cancel, next }: { readonly cancel: string; readonly next: boolean }) => (
  <Actions draftState="">
    {next ? (
      <Button name="weiter" value="naechster">
        Speichern und weiter
      </Button>
    ) : null}
    <Button kind={next ? "secondary" : "primary"}>{next ? "Nur speichern" : "Speichern"}</Button>
    <ButtonLink kind="tertiary" href={cancel}>
      Abbrechen
    </ButtonLink>
  </Actions>
);

/** How each field is called and told where somebody else saved meanwhile. */
export const areaConflict: ConflictField[] = [
  { name: "skala", label: "Wie gut geht es in diesem Bereich?", show: ([value = ""]) => skalaText(value) },
  { name: "am", label: "Besprochen am", show: ([value = ""]) => tagText(value) },
  ...TEXTE.map((text) => ({ name: text, label: TEXT_WORT[text] })),
];
