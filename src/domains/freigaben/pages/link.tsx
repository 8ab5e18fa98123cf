import { type PublicVisit, PageAs, publicAction, publicPage } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Alert,
  Button,
  DateField,
  DescriptionList,
  Entered,
  Form,
  HiddenField,
  PlainPage,
  SelectField,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { answerLink, openLink } from "../commands/use-link.ts";
import { ABSAGEN } from "../../verweise/index.ts";
import { ABSAGE_PARTNER, Code, PARTNER, PartnerAntwort } from "../model/eingabe.ts";
import { LINK } from "../parts/getan.ts";
import { Angaben, letzteAntwort } from "../parts/inhalt.tsx";
import type { Kopie } from "../queries/kopien.ts";

const PATH = `${LINK}/:token`;
const tokenOf = ({ params }: PublicVisit): string => params["token"] ?? "";
/** Without the token: it stands in no other address of the page. */
const frame = publicFrame(LINK);

/**
 * The same for every address, and nothing is asked of the database: whoever looks at a link before its reader – a mail program, a
 * search engine – learns nothing and uses nothing up.
 */
function ask(visit: PublicVisit, rejected?: Rejected) {
  return (
    <PlainPage frame={frame} title="Freigegebene Angaben" rejected={rejected}>
      <p>
        Jemand aus der Beratung hat Ihnen diesen Link gegeben. Den Code dazu haben Sie am Telefon oder mit einem Brief
        bekommen.
      </p>
      <Form action={`${LINK}/${tokenOf(visit)}`} rejected={rejected} native>
        <TextField
          {...fieldsOf(undefined, rejected)("code")}
          label="Code"
          hint="Acht Ziffern. Nach fünf falschen Codes ist der Link zu Ende."
          inputmode="numeric"
          autocomplete="off"
          autofocus={rejected === undefined}
        />
        <Actions>
          <Button>Öffnen</Button>
        </Actions>
      </Form>
    </PlainPage>
  );
}

type OpenProps = {
  readonly visit: PublicVisit;
  readonly kopie: Kopie;
  readonly code: string;
  readonly answered?: true;
};

function Open({ visit, kopie, code, answered }: OpenProps) {
  const { voll } = kopie;
  const last = letzteAntwort(kopie.schritte);
  return (
    <PlainPage frame={frame} title="Freigegebene Angaben">
      {answered === true ? (
        <Alert kind="success" title="Ihre Antwort ist angekommen">
          Sie können sie ändern, solange der Link gilt.
        </Alert>
      ) : null}
      {voll === null ? null : (
        <>
          <DescriptionList
            items={[
              { term: "Von", value: <Entered>{`${voll.von.name}, ${voll.von.traeger}`}</Entered> },
              { term: "Zu lesen bis", value: tagText(kopie.gueltigBis) },
            ]}
          />
          <Angaben inhalt={voll} />
        </>
      )}
      <p class="hint">
        Diese Angaben hat die Person nur Ihrer Stelle und nur dafür freigegeben. Jedes Öffnen wird vermerkt.
      </p>
      <h2>{last === undefined ? "Ihre Antwort" : "Ihre Antwort ändern"}</h2>
      <Antwort token={tokenOf(visit)} code={code} />
    </PlainPage>
  );
}

type AntwortProps = { readonly token: string; readonly code: string; readonly rejected?: Rejected | undefined };

/** The code goes along: nobody here has a session. */
function Antwort({ token, code, rejected }: AntwortProps) {
  const field = fieldsOf({}, rejected);
  return (
    <Form action={`${LINK}/${token}/antwort`} rejected={rejected} native>
      <HiddenField name="code" value={code} />
      <SelectField
        {...field("antwort")}
        label="Was ist möglich?"
        options={Object.entries(PARTNER).map(([value, label]) => ({ value, label }))}
        empty="Bitte wählen"
      />
      <DateField {...field("tag")} label="Tag des Termins" optional />
      <SelectField
        {...field("absage")}
        label="Wenn Sie nicht helfen können: warum?"
        options={ABSAGE_PARTNER.map((value) => ({ value, label: ABSAGEN[value] }))}
        empty="–"
        optional
      />
      <TextArea {...field("text")} label="Dazu, etwa Uhrzeit, Ort oder bis wann es voll ist" optional />
      <Actions>
        <Button>Antworten</Button>
      </Actions>
    </Form>
  );
}

export const show = publicPage({ path: PATH, show: (visit) => ask(visit) });

export const open = publicAction({
  path: PATH,
  schema: Code,
  run: async (visit, { code }) => {
    const kopie = await openLink(tokenOf(visit), code);
    return new PageAs(<Open visit={visit} kopie={kopie} code={code} />);
  },
  again: ask,
});

export const save = publicAction({
  path: `${PATH}/antwort`,
  schema: PartnerAntwort,
  run: async (visit, input) => {
    const kopie = await answerLink(tokenOf(visit), input);
    return new PageAs(<Open visit={visit} kopie={kopie} code={input.code} answered />);
  },
  // Nothing of the copy: whether the code is right is not known here.
  again: (visit, rejected) => (
    <PlainPage frame={frame} title="Ihre Antwort" rejected={rejected}>
      <Antwort token={tokenOf(visit)} code={rejected.values["code"]?.[0] ?? ""} rejected={rejected} />
    </PlainPage>
  ),
});
