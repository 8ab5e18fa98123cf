import type { Child } from "#jsx";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { tagText } from "../../../platform/span.ts";
import {
  CheckChips,
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  type Option,
  Row,
  SelectField,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { wahlAm } from "../../codelisten/index.ts";
import { BESCHAEFTIGUNG } from "../model/aufenthalt.ts";
import type { Bereichsname } from "../model/bereiche.ts";
import { SCHUTZ } from "../model/schutzbedarf.ts";
import { LABEL } from "../model/texte.ts";
import { ABBRUCH, ABSCHNITTE, STAND } from "../model/werdegang.ts";
import type { Worte } from "../queries/liste.ts";

type Props = { readonly field: FieldsOf; readonly worte: Worte };

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const JA_NEIN = optionsOf({ ja: "ja", nein: "nein" });
const kept = (field: FieldsOf, name: string): readonly string[] => field(name).values ?? [];

function Half({ children }: { readonly children?: Child }) {
  return <Col span={6}>{children}</Col>;
}

function AufenthaltFelder({ field, worte: { listen, statusText } }: Props) {
  const all = wahlAm(listen.aufenthaltsstatus, today()).map((k) => ({ ...k, name: statusText(k.code) }));
  return (
    <>
      <SelectField
        {...field("status")}
        label={LABEL.status}
        options={offered(all, kept(field, "status")).map(optionOf)}
        empty="Bitte wählen"
        hint="Fragen Sie nur, was Sie für die Beratung brauchen. Ist nichts klar, wählen Sie „keine Angabe“."
      />
      <Row>
        <Half>
          <DateField {...field("von")} label={LABEL.von} optional />
        </Half>
        <Half>
          <DateField {...field("bis")} label={LABEL.bis} hint="Leer: gilt." optional />
        </Half>
        <Half>
          <DateField {...field("gueltig_bis")} label={LABEL.gueltig_bis} optional />
        </Half>
        <Half>
          <DateField {...field("fiktion_bis")} label={LABEL.fiktion_bis} optional />
        </Half>
        <Half>
          <SelectField
            {...field("wohnsitzauflage")}
            label={LABEL.wohnsitzauflage}
            options={JA_NEIN}
            empty="nicht bekannt"
            optional
          />
        </Half>
        <Half>
          <SelectField
            {...field("beschaeftigung")}
            label={LABEL.beschaeftigung}
            options={optionsOf(BESCHAEFTIGUNG)}
            empty="nicht bekannt"
            optional
          />
        </Half>
      </Row>
      <TextField {...field("notiz")} label={LABEL.notiz} hint="Wird versiegelt." optional />
    </>
  );
}

function LeistungFelder({ field, worte: { listen } }: Props) {
  const all = wahlAm(listen.leistung, today());
  const options = (name: string) => offered(all, kept(field, name)).map(optionOf);
  return (
    <>
      <Row>
        <Half>
          <SelectField {...field("art")} label={LABEL.leistung} options={options("art")} empty="Bitte wählen" />
        </Half>
        <Half>
          <DateField {...field("beantragt_am")} label={LABEL.beantragt_am} optional />
        </Half>
        <Half>
          <DateField {...field("von")} label={LABEL.erste_zahlung} hint="Leer: noch keine." optional />
        </Half>
        <Half>
          <DateField {...field("bis")} label={LABEL.bis} hint="Auch bei Ablehnung." optional />
        </Half>
        <Half>
          <SelectField
            {...field("vorher")}
            label={LABEL.vorher}
            hint="Wenn ein Rechtskreis auf den anderen folgt."
            options={options("vorher")}
            empty="keine"
            optional
          />
        </Half>
        <Half>
          <DateField {...field("vorher_bis")} label={LABEL.vorher_bis} optional />
        </Half>
      </Row>
      <TextField {...field("unterlagen")} label={LABEL.unterlagen} hint="Wird versiegelt." optional />
    </>
  );
}

function WerdegangFelder({ field, worte: { listen } }: Props) {
  const all = offered(wahlAm(listen.werdegang, today()), kept(field, "art"));
  const groups = Object.entries(ABSCHNITTE).map(([gruppe, label]) => ({
    label,
    options: all.filter((k) => k.gruppe === gruppe).map(optionOf),
  }));
  return (
    <>
      <Row>
        <Half>
          <SelectField {...field("art")} label={LABEL.werdegang} options={groups} empty="Bitte wählen" />
        </Half>
        <Half>
          <TextField {...field("was")} label={LABEL.was} hint="Wird versiegelt." optional />
        </Half>
        <Half>
          <SelectField
            {...field("stand")}
            label={LABEL.stand}
            hint="Bei Kursen und Anerkennung."
            options={optionsOf(STAND)}
            empty="–"
            optional
          />
        </Half>
        <Half>
          <SelectField {...field("abbruch")} label={LABEL.abbruch} options={optionsOf(ABBRUCH)} empty="–" optional />
        </Half>
        <Half>
          <DateField {...field("von")} label={LABEL.von} optional />
        </Half>
        <Half>
          <DateField {...field("bis")} label={LABEL.bis} hint="Leer: gilt." optional />
        </Half>
      </Row>
    </>
  );
}

function SchutzFelder({ field }: Props) {
  return (
    <>
      <CheckChips {...field("arten")} label={LABEL.arten} options={optionsOf(SCHUTZ)} />
      <TextArea
        spellcheck
        {...field("hinweis")}
        label={LABEL.hinweis}
        hint="Nur, was andere wissen müssen, um die Person nicht zu gefährden. Wird versiegelt."
        rows={3}
        optional
      />
      <Row>
        <Half>
          <DateField {...field("von")} label={LABEL.von} optional />
        </Half>
        <Half>
          <DateField {...field("bis")} label={LABEL.bis} hint="Leer: gilt." optional />
        </Half>
      </Row>
    </>
  );
}

/** The fields of each area, in the order in which one asks. */
export const FELDER = {
  aufenthalt: AufenthaltFelder,
  leistung: LeistungFelder,
  werdegang: WerdegangFelder,
  schutzbedarf: SchutzFelder,
} as const;

const days = ([day = ""]: readonly string[]) => tagText(day);
const among =
  (words: Readonly<Record<string, string>>) =>
  (values: readonly string[]): string =>
    values.map((value) => words[value] ?? value).join(", ");
const dated = (name: "von" | "bis" | "gueltig_bis" | "fiktion_bis" | "beantragt_am" | "vorher_bis"): ConflictField => ({
  name,
  label: LABEL[name],
  show: days,
});
const FALSCH: ConflictField = { name: "falsch", label: LABEL.falsch };

/** How each field of an area is called and told, for two versions side by side and for what stood there before. */
export function feldnamen(bereich: Bereichsname, { listen, statusText }: Worte): ConflictField[] {
  const named =
    (liste: "leistung" | "werdegang") =>
    ([code = ""]: readonly string[]) =>
      listen[liste].find((k) => k.code === code)?.name ?? code;
  const zeit = [dated("von"), dated("bis"), FALSCH];
  if (bereich === "aufenthalt") {
    return [
      { name: "status", label: LABEL.status, show: ([code = ""]) => statusText(code) },
      dated("gueltig_bis"),
      dated("fiktion_bis"),
      { name: "wohnsitzauflage", label: LABEL.wohnsitzauflage },
      { name: "beschaeftigung", label: LABEL.beschaeftigung, show: among(BESCHAEFTIGUNG) },
      { name: "notiz", label: LABEL.notiz },
      ...zeit,
    ];
  }
  if (bereich === "leistung") {
    return [
      { name: "art", label: LABEL.leistung, show: named("leistung") },
      dated("beantragt_am"),
      { name: "vorher", label: LABEL.vorher, show: named("leistung") },
      dated("vorher_bis"),
      { name: "unterlagen", label: LABEL.unterlagen },
      ...zeit,
    ];
  }
  if (bereich === "werdegang") {
    return [
      { name: "art", label: LABEL.werdegang, show: named("werdegang") },
      { name: "was", label: LABEL.was },
      { name: "stand", label: LABEL.stand, show: among(STAND) },
      { name: "abbruch", label: LABEL.abbruch, show: among(ABBRUCH) },
      ...zeit,
    ];
  }
  return [
    { name: "arten", label: LABEL.arten, show: among(SCHUTZ) },
    { name: "hinweis", label: LABEL.hinweis },
    ...zeit,
  ];
}
