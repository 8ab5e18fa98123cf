import { optionOf } from "../../../platform/choice.ts";
import {
  CheckChips,
  Col,
  DateField,
  type FieldsOf,
  RadioSegment,
  Row,
  SelectField,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { KATEGORIE, KATEGORIEN, isBesonders } from "../../einwilligungen/index.ts";
import { GRUENDE, KONTAKTE } from "../model/verweis.ts";
import type { Stelle } from "../queries/stellen.ts";

type Props = {
  readonly field: FieldsOf;
  readonly stellen: readonly Stelle[];
  readonly felder: readonly Kodewahl[];
  /** Where the consents of the person are. */
  readonly einwilligungen: string;
  readonly neu: boolean;
};

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Where to, why, who makes contact; what comes first is what most referrals need. */
export function VerweisFelder({ field, stellen, felder, einwilligungen, neu }: Props) {
  return (
    <>
      <SelectField
        {...field("stelle")}
        label="Wohin?"
        options={stellen.map(optionOf)}
        empty="Bitte wählen"
        autofocus={neu}
      />
      <Row>
        <Col span={6}>
          <SelectField
            {...field("handlungsfeld")}
            label="Worum geht es?"
            options={felder.map(optionOf)}
            empty="wie das Angebot"
          />
        </Col>
        <Col span={6}>
          <SelectField {...field("warum")} label="Warum dorthin?" options={optionsOf(GRUENDE)} />
        </Col>
      </Row>
      <TextArea
        spellcheck
        {...field("bedarf")}
        label="Was wird gebraucht?"
        hint="In Stichworten. Wird versiegelt."
        rows={3}
        optional
      />
      <RadioSegment {...field("kontakt")} label="Wer nimmt Kontakt auf?" options={optionsOf(KONTAKTE)} />
      <Kategorien field={field} einwilligungen={einwilligungen} neu={neu} />
      <Tage field={field} />
    </>
  );
}

const Kategorien = ({ field, einwilligungen, neu }: Pick<Props, "field" | "einwilligungen" | "neu">) => (
  <>
    <CheckChips
      {...field("kategorien")}
      label="Welche Angaben nennen Sie dort?"
      hint={
        neu
          ? "Nur, wenn Sie den Kontakt aufnehmen. Dafür braucht es eine Einwilligung."
          : "Nur, wenn jetzt noch etwas hinausgeht. Dafür braucht es eine Einwilligung."
      }
      options={KATEGORIE.map((one) => ({
        value: one,
        label: isBesonders(one) ? `${KATEGORIEN[one]} (besonders geschützt)` : KATEGORIEN[one],
      }))}
      optional
    />
    <p class="hint">
      <a href={einwilligungen}>Einwilligungen dieser Person</a>
    </p>
  </>
);

const Tage = ({ field }: Pick<Props, "field">) => (
  <>
    <Row>
      <Col span={6}>
        <DateField {...field("am")} label="Verwiesen am" />
      </Col>
      <Col span={6}>
        <DateField {...field("nachfragen_am")} label="Nachfragen am" />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <DateField {...field("termin_am")} label="Termin dort" optional />
      </Col>
      <Col span={6}>
        <TextField {...field("termin_um")} label="Uhrzeit" hint="Zum Beispiel 9:30." optional />
      </Col>
    </Row>
  </>
);
