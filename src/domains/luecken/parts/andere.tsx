import { Actions, Alert, Button, ButtonLink, Card, Entered, Form, Table } from "../../../ui/index.ts";
import { type Codelisten, kurzOf } from "../../codelisten/index.ts";
import type { Aehnlich } from "../model/aehnlich.ts";
import { type Luecke, nameVon } from "../model/luecke.ts";
import { darfZusammen } from "../model/stand.ts";
import type { Eine } from "../queries/eine.ts";
import type { Zeile } from "../queries/uebersicht.ts";
import { LIST } from "./getan.ts";
import { StandWort } from "./worte.tsx";

const Trennen = ({ luecke }: { readonly luecke: Luecke }) => (
  <Form action={`${LIST}/${luecke.id}/trennen`} record={{ version: luecke.version, values: undefined }}>
    <Actions>
      <Button kind="secondary" small>
        Wieder trennen
        <span class="kern-sr-only">
          : <Entered>{luecke.satz}</Entered>
        </span>
      </Button>
    </Actions>
  </Form>
);

type HinProps = { readonly luecke: Luecke; readonly top: Zeile; readonly steuert: boolean };

/** Where the reports of this gap count now. */
function Hin({ luecke, top, steuert }: HinProps) {
  return (
    <Alert kind="info">
      Zusammengeführt: Die Meldungen zählen bei{" "}
      <a href={`${LIST}/${top.luecke.id}`}>
        <Entered>{top.name}</Entered>
      </a>
      .{steuert ? <Trennen luecke={luecke} /> : null}
    </Alert>
  );
}

/** Which gaps count here as well. */
function Her({ zeile, steuert }: { readonly zeile: Zeile; readonly steuert: boolean }) {
  if (zeile.andere.length === 0) return null;
  return (
    <Card title="Zusammengeführt mit">
      <Table
        caption="Lücken, deren Meldungen hier zählen"
        hideCaption
        cards
        rows={zeile.andere}
        columns={[
          {
            label: "Lücke",
            cell: (one) => (
              <a href={`${LIST}/${one.id}`}>
                <Entered>{nameVon(one)}</Entered>
              </a>
            ),
          },
          { label: "Trennen", cell: (one) => (steuert ? <Trennen luecke={one} /> : "–") },
        ]}
      />
    </Card>
  );
}

export const Verbundene = { Hin, Her };

type GrundProps = {
  readonly aehnlich: Aehnlich;
  readonly handlungsfeld: string;
  readonly listen: Codelisten;
  readonly towns: ReadonlyMap<string, string>;
};

/** Why a gap may say the same. */
export function Warum({ aehnlich, handlungsfeld, listen, towns }: GrundProps) {
  const { gleiches, worte, kommunen } = aehnlich;
  const parts = [
    gleiches.includes("handlungsfeld") ? kurzOf(listen.handlungsfeld, handlungsfeld) : "",
    gleiches.includes("rechtskreis") ? "gleicher Rechtskreis" : "",
    worte.length === 0 ? "" : `Wörter: ${worte.join(", ")}`,
    kommunen.length === 0 ? "" : kommunen.map((ags) => towns.get(ags) ?? ags).join(", "),
  ].filter((one) => one !== "");
  return <Entered>{parts.join(" · ")}</Entered>;
}

type AehnlicheProps = Pick<Eine, "luecke" | "aehnlich"> & {
  readonly listen: Codelisten;
  readonly towns: ReadonlyMap<string, string>;
  readonly steuert: boolean;
};

/** Gaps that may say the same, each with the reason; the coordination puts them together from here. */
export function Aehnliche({ luecke, aehnlich, listen, towns, steuert }: AehnlicheProps) {
  if (aehnlich.length === 0) return null;
  const can = steuert && darfZusammen(luecke.stand);
  return (
    <Card title="Sagen vielleicht dasselbe">
      <Table
        caption="Ähnliche Lücken, die ähnlichste zuerst"
        hideCaption
        cards
        rows={aehnlich}
        columns={[
          {
            label: "Lücke",
            cell: ({ zeile }) => (
              <a href={`${LIST}/${zeile.luecke.id}`}>
                <Entered>{zeile.name}</Entered>
              </a>
            ),
          },
          { label: "Stand", cell: ({ zeile }) => <StandWort stand={zeile.luecke.stand} /> },
          {
            label: "Warum",
            whole: true,
            cell: (one) => <Warum aehnlich={one} handlungsfeld={luecke.handlungsfeld} listen={listen} towns={towns} />,
          },
          ...(can
            ? [
                {
                  label: "Zusammenführen",
                  cell: ({ zeile }: (typeof aehnlich)[number]) => (
                    <ButtonLink
                      kind="secondary"
                      small
                      href={`${LIST}/${luecke.id}/zusammenfuehren?in=${zeile.luecke.id}`}
                    >
                      Zusammenführen
                      <span class="kern-sr-only">
                        : <Entered>{zeile.name}</Entered>
                      </span>
                    </ButtonLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
