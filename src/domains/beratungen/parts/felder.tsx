import { offered, optionOf } from "../../../platform/choice.ts";
import {
  CheckChips,
  Col,
  DateField,
  type FieldsOf,
  NumberField,
  RadioSegment,
  Fold,
  Row,
  SelectField,
} from "../../../ui/index.ts";
import { first } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { type Kodewahl, nameOf } from "../../codelisten/index.ts";
import type { Listenwahl } from "../queries/auswahl.ts";
import type { Formular } from "../queries/formular.ts";
import { HINWEIS_KIND, verstaendigungFelder } from "../../verstaendigung/index.ts";
import { STUFE_KURZ } from "../model/texte.ts";

/** A form and its fields by name. */
export type FelderProps = { readonly f: Formular; readonly field: FieldsOf };

const options = (list: readonly Kodewahl[]) =>
  list.map((k) => ({ ...optionOf(k), noted: k.hinweis ? true : undefined }));

/** What a field offers: the codes that are open on the day in the form, and what stands in it. */
const choices = ({ listen, values }: Pick<Formular, "listen" | "values">, list: keyof Listenwahl) =>
  offered(listen[list], values[list]);

const themen = ({ listen, values }: Formular) => offered(listen.handlungsfeld, values["themen"]);

const KOPF = ["am", "ort", "kontaktweg"];

/** The head in one line: "29.11.2026, Siegburg, Rathaus, Telefon". */
function kopfzeile({ listen, orte, values }: Pick<Formular, "listen" | "orte" | "values">): string {
  const ort = orte.wahl.find((o) => o.value === first(values, "ort"))?.name ?? "";
  const parts = [tagText(first(values, "am")), ort, nameOf(listen.kontaktweg, first(values, "kontaktweg"))];
  return parts.filter((part) => part !== "").join(", ") || "Wann, wo und wie";
}

/** When, where, which way. On a phone one line, as long as nothing of it is missing: it is mostly as the last time. */
export function Kopf({
  f,
  field,
}: {
  readonly f: Pick<Formular, "listen" | "orte" | "values">;
  readonly field: FieldsOf;
}) {
  const { rejected } = field("am");
  const wrong = rejected?.errors.some((e) => KOPF.includes(e.field)) ?? false;
  return (
    <Fold summary={kopfzeile(f)} open={wrong || KOPF.some((name) => first(f.values, name) === "")}>
      <Row>
        <Col span={4}>
          <DateField {...field("am")} label="Datum" />
        </Col>
        <Col span={4}>
          <SelectField {...field("ort")} label="Standort oder Kommune" empty="Bitte wählen" options={f.orte.gruppen} />
        </Col>
        <Col span={4}>
          <SelectField
            {...field("kontaktweg")}
            label="Kontaktweg"
            empty="Bitte wählen"
            options={options(choices(f, "kontaktweg"))}
          />
        </Col>
      </Row>
    </Fold>
  );
}

/** How far it went and what it was about. */
export function StufeUndThemen({ f, field }: FelderProps) {
  return (
    <>
      <RadioSegment
        {...field("stufe")}
        label="Wie weit ging es?"
        options={choices(f, "stufe").map((k) => ({ value: k.code, label: STUFE_KURZ[k.code] ?? k.name }))}
      />
      <CheckChips
        {...field("themen")}
        label="Worum ging es?"
        options={themen(f).map((k) => ({ ...optionOf({ ...k, name: k.kurz }), key: k.taste ?? undefined }))}
        autofocus={f.fokus === "themen"}
      />
    </>
  );
}

/** Language, how one understood each other, how long. */
export function Verstaendigung({ f, field }: FelderProps) {
  const kept = { sprache: first(f.values, "sprache"), verstaendigung: first(f.values, "verstaendigung") };
  const felder = verstaendigungFelder(f.listen, kept);
  return (
    <Row>
      <Col span={4}>
        <SelectField {...field("sprache")} {...felder.sprache} />
      </Col>
      <Col span={5}>
        <SelectField {...field("verstaendigung")} {...felder.verstaendigung} />
        <p class="hint noted">{HINWEIS_KIND}</p>
      </Col>
      <Col span={3}>
        <NumberField {...field("dauer")} label="Dauer in Minuten" />
      </Col>
    </Row>
  );
}

const JA_NEIN = [
  { value: "nein", label: "nein" },
  { value: "ja", label: "ja" },
];

/** What came out, and what the figures ask for. The coarse groups only where there is no person who says it. */
export function Ergebnis({ f, field }: FelderProps) {
  return (
    <>
      <Row>
        <Col span={9}>
          <SelectField
            {...field("ergebnis")}
            label="Ergebnis oder Vermittlung"
            empty="keine Angabe"
            options={ergebnisse(f)}
          />
        </Col>
        <Col span={3}>
          <SelectField {...field("neuzuweisung")} label="Neuzuweisung" options={JA_NEIN} />
        </Col>
      </Row>
      <div data-bei="0 1">
        <Row>
          <Col span={5}>
            <SelectField
              {...field("herkunftsgruppe")}
              label="Herkunft (Gruppe)"
              empty="nicht gefragt"
              options={options(choices(f, "herkunftsgruppe"))}
            />
          </Col>
          <Col span={4}>
            <SelectField
              {...field("altersgruppe")}
              label="Alter (Gruppe)"
              empty="nicht gefragt"
              options={options(choices(f, "altersgruppe"))}
            />
          </Col>
          <Col span={3}>
            <NumberField {...field("personenzahl")} label="Personen" />
          </Col>
        </Row>
      </div>
    </>
  );
}

/** Results, and below their heading where somebody was sent: short words, so that their first letter finds them. */
function ergebnisse(f: Formular) {
  const referral = (k: Kodewahl) => k.gruppe === "verweis";
  const all = choices(f, "ergebnis");
  const sentTo = all.filter(referral).map((k) => optionOf({ ...k, name: k.kurz }));
  return [
    { label: "Ergebnis", options: options(all.filter((k) => !referral(k))) },
    { label: "vermittelt an", options: sentTo },
  ];
}
