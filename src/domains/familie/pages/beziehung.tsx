import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  ButtonLink,
  CardPage,
  Col,
  Confirm,
  ConflictNotice,
  DateField,
  Entered,
  Form,
  Row,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { tagText } from "../../../platform/span.ts";
import { personNames } from "../../personen/index.ts";
import { changeBeziehung, removeBeziehung } from "../commands/change-beziehung.ts";
import { ROLLEN, Zeitraum, rolleOf } from "../model/beziehung.ts";
import { zeitraumValues } from "../model/form-values.ts";
import { belowFamilie } from "../parts/below.tsx";
import { familiePath, getan } from "../parts/getan.ts";
import { beziehungOf } from "../queries/familie.ts";

const PATH = "/familie/beziehung/:id";
const permission = "person.schreiben";
/** From whose page somebody came; leads back there. */
const Query = z.object({ von: z.uuid().optional() });

async function shown(visit: Visit) {
  const { actor } = visit;
  return readAs(actor, async (tx) => {
    const beziehung = await beziehungOf(tx, actor, idOf(visit));
    const both = [beziehung.person, ...(beziehung.andere === null ? [] : [beziehung.andere])];
    const names = await personNames(tx, actor, both);
    const asked = readQuery(Query, visit.url).von;
    const from = both.find((id) => id === asked) ?? beziehung.person;
    const nameOf = (id: string) => names.get(id) ?? "";
    return {
      beziehung,
      from: { id: from, name: nameOf(from) },
      satz: `${beziehung.andere === null ? beziehung.stelle : nameOf(beziehung.andere)}: ${ROLLEN[rolleOf(beziehung.art, "andere")].wort} von ${nameOf(beziehung.person)}`,
    };
  });
}

async function form(visit: Visit, rejected?: Rejected) {
  const { beziehung, from, satz } = await shown(visit);
  const record = { version: beziehung.version, values: zeitraumValues(beziehung) };
  const field = fieldsOf(record.values, rejected);
  const self = `/familie/beziehung/${beziehung.id}`;
  const days = ([day = ""]: readonly string[]) => tagText(day);
  return (
    <CardPage {...belowFamilie(visit, from)} title="Beziehung ändern" rejected={rejected}>
      <ConflictNotice
        rejected={rejected}
        fields={[
          { name: "von", label: "Seit", show: days },
          { name: "bis", label: "Letzter Tag", show: days },
        ]}
        stored={familiePath(from.id)}
      />
      <p>
        <Entered>{satz}</Entered>
      </p>
      <Form action={`${self}?von=${from.id}`} record={record} rejected={rejected}>
        <Row>
          <Col span={6}>
            <DateField {...field("von")} label="Seit" optional />
          </Col>
          <Col span={6}>
            <DateField {...field("bis")} label="Letzter Tag" hint="Leer: besteht." optional />
          </Col>
        </Row>
        <Submit label="Speichern" cancel={familiePath(from.id)} />
      </Form>
      <p class="hint">
        Ist es zu Ende, geben Sie den letzten Tag an. War es nie so:{" "}
        <ButtonLink kind="tertiary" small href={`${self}/entfernen?von=${from.id}`}>
          Beziehung entfernen
        </ButtonLink>
      </p>
    </CardPage>
  );
}

const backTo = (visit: Visit, person: string): string => familiePath(readQuery(Query, visit.url).von ?? person);

export const { show, save } = formPage(PATH, permission, { form, schema: Zeitraum }, async (tx, visit, input) => {
  const before = await changeBeziehung(tx, visit.actor, visit.at, input);
  return getan.after(backTo(visit, before.person), "geaendert");
});

async function question(visit: Visit, rejected?: Rejected) {
  const { beziehung, from, satz } = await shown(visit);
  const self = `/familie/beziehung/${beziehung.id}`;
  return (
    <CardPage {...belowFamilie(visit, from)} title="Beziehung entfernen" rejected={rejected}>
      <Confirm
        action={`${self}/entfernen?von=${from.id}`}
        confirm="Beziehung entfernen"
        back={`${self}?von=${from.id}`}
        version={beziehung.version}
        danger
        rejected={rejected}
      >
        <p>
          <Entered>{satz}</Entered>. Der Eintrag geht auf beiden Seiten, so als wäre er nie gewesen. Ist die Beziehung
          nur zu Ende, geben Sie ihr stattdessen einen letzten Tag.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const remove = formPage(
  `${PATH}/entfernen`,
  permission,
  { form: question, schema: NOTHING },
  async (tx, visit) => {
    const before = await removeBeziehung(tx, visit.actor, visit.at);
    return getan.after(backTo(visit, before.person), "entfernt");
  },
);
