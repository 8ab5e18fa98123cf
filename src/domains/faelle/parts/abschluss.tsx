import { tagText } from "../../../platform/span.ts";
import { Actions, Alert, ButtonLink, Card, DescriptionList, Entered, Form, Button } from "../../../ui/index.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN, type Codelisten, nameOf } from "../../codelisten/index.ts";
import type { Abschluss, Rueckmeldung } from "../model/abschluss.ts";
import { wertWort } from "../model/fragebogen.ts";
import type { Fall, SchrittZeile } from "../queries/faelle.ts";
import { LIST } from "./getan.ts";

type Props = {
  readonly fall: Fall;
  readonly abschluesse: readonly Abschluss[];
  readonly rueckmeldungen: readonly Rueckmeldung[];
  readonly listen: Codelisten;
  readonly schreibt: boolean;
};

/** What a case was closed with, now or before it was taken up again; the last one first. */
export function Abschluesse(props: Props) {
  const { fall, abschluesse, rueckmeldungen } = props;
  const closings = fall.schritte.filter(({ nach }) => nach === "abgeschlossen").toReversed();
  if (closings.length === 0 && rueckmeldungen.length === 0) return null;
  const over = fall.phase === "abgeschlossen";
  return (
    <Card title={over ? "Abschluss" : closings.length === 0 ? "Zufriedenheit" : "Früherer Abschluss"}>
      {fall.nachsorgeAm === null ? null : <Nachsorge fall={fall} schreibt={props.schreibt} />}
      {closings.map((schritt) => (
        <Einer schritt={schritt} abschluss={abschluesse.find((one) => one.schrittId === schritt.id)} {...props} />
      ))}
      {rueckmeldungen.length === 0 ? null : (
        <DescriptionList
          items={rueckmeldungen.map(({ am, sprache, wert }) => ({
            term: `Gefragt am ${tagText(am)}`,
            value: `${wertWort(wert)} (${spracheName(sprache)})`,
          }))}
        />
      )}
    </Card>
  );
}

const spracheName = (code: string): string => {
  const known = DRUCKSPRACHE.find((one) => one === code);
  return known === undefined ? code : DRUCKSPRACHEN[known].eigen;
};

function Nachsorge({ fall, schreibt }: Pick<Props, "fall" | "schreibt">) {
  return (
    <>
      <Alert kind="info">Nachsorge am {tagText(fall.nachsorgeAm ?? "")}: dann noch einmal nachfragen.</Alert>
      {schreibt ? (
        <Form action={`${LIST}/${fall.id}/nachsorge`} record={{ version: fall.version, values: undefined }}>
          <Actions>
            <Button kind="secondary" small>
              Nachgefragt
            </Button>
          </Actions>
        </Form>
      ) : null}
    </>
  );
}

type EinerProps = Props & { readonly schritt: SchrittZeile; readonly abschluss: Abschluss | undefined };

function Einer({ schritt, abschluss, listen }: EinerProps) {
  const felder = (codes: readonly string[]) => codes.map((one) => nameOf(listen.handlungsfeld, one)).join(", ");
  const said = (codes: readonly string[], text: string | null) => (
    <>
      {felder(codes) || (text === null ? "nichts eingetragen" : "")}
      {text === null ? null : (
        <>
          {codes.length === 0 ? null : ": "}
          <Entered>{text}</Entered>
        </>
      )}
    </>
  );
  return (
    <DescriptionList
      items={[
        {
          term: `Am ${tagText(schritt.am)}`,
          value: (
            <>
              {nameOf(listen.abschlussgrund, schritt.abschlussgrund)}
              {schritt.grund === null ? null : (
                <>
                  . <Entered>{schritt.grund}</Entered>
                </>
              )}
            </>
          ),
        },
        ...(abschluss === undefined
          ? []
          : [
              { term: "Was noch gebraucht wird", value: said(abschluss.bedarfFelder, abschluss.bedarf) },
              { term: "Was im System fehlte", value: said(abschluss.lueckeFelder, abschluss.luecke) },
            ]),
      ]}
    />
  );
}

/** The way to ask the person, before the case is closed. */
export const Fragen = ({ fall }: { readonly fall: Fall }) => (
  <Actions>
    <ButtonLink kind="secondary" small href={`${LIST}/${fall.id}/zufriedenheit`}>
      Zufriedenheit erfragen
    </ButtonLink>
  </Actions>
);
