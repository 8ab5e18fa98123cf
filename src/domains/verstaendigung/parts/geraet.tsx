import { optionOf } from "../../../platform/choice.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Col,
  type ConflictField,
  type FieldsOf,
  type Option,
  Row,
  SelectField,
  SelectSeveral,
  Status,
  TextField,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { ZUSTAENDE } from "../model/geraet.ts";
import { type Geraet, lage } from "../queries/geraete.ts";
import { optionsOf, said } from "./pool-felder.tsx";

/** Where a device is today, in a word and with the day it is due. */
export function LageWort({ geraet, heute }: { readonly geraet: Geraet; readonly heute: string }) {
  const bis = geraet.verliehen === null ? "" : tagText(geraet.verliehen.bis);
  const where = lage(geraet, heute);
  if (where === "ueberfaellig") return <Status kind="danger">überfällig seit {bis}</Status>;
  if (where === "verliehen") return <Status kind="info">verliehen bis {bis}</Status>;
  if (where === "da") return <Status kind="success">da</Status>;
  return <Status kind="warning">{ZUSTAENDE[geraet.zustand]}</Status>;
}

type Props = {
  readonly field: FieldsOf;
  readonly standorte: readonly Option[];
  readonly sprachen: readonly Kodewahl[];
};

/** What a device is, where it belongs and which languages it has. */
export const GeraetFelder = ({ field, standorte, sprachen }: Props) => (
  <>
    <Row>
      <Col span={6}>
        <TextField {...field("name")} label="Wie heißt es?" hint="z. B. Gerät 3" />
      </Col>
      <Col span={6}>
        <TextField {...field("inventar")} label="Inventarnummer" optional />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <SelectField {...field("standort")} label="Standort" options={standorte} empty="Bitte wählen" />
      </Col>
      <Col span={6}>
        <SelectField {...field("zustand")} label="Zustand" options={optionsOf(ZUSTAENDE)} />
      </Col>
    </Row>
    <SelectSeveral
      {...field("sprachen")}
      label="Sprachen"
      item="Sprache"
      options={sprachen.map(optionOf)}
      empty="–"
      optional
    />
    <TextField {...field("hinweis")} label="Hinweis" hint="z. B. Ladekabel fehlt. Keine Namen." optional />
  </>
);

export const geraetConflict = (standorte: readonly Option[]): readonly ConflictField[] => [
  { name: "name", label: "Wie heißt es?" },
  { name: "inventar", label: "Inventarnummer" },
  { name: "standort", label: "Standort", show: ([id = ""]) => standorte.find((o) => o.value === id)?.label ?? id },
  { name: "zustand", label: "Zustand", show: said(ZUSTAENDE) },
  { name: "sprachen", label: "Sprachen" },
  { name: "hinweis", label: "Hinweis" },
];
