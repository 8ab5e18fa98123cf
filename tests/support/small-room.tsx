import { z } from "zod";
import { type Visit, Redirect, page } from "../../src/platform/access.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { Instead, change, uploadChange } from "../../src/platform/change.ts";
import { readAs } from "../../src/platform/db.ts";
import { line, optionalLine } from "../../src/platform/fields.ts";
import { filled } from "../../src/platform/filled.ts";
import { type Rejected, type Values, Refused } from "../../src/platform/form.ts";
import { held, lockRow } from "../../src/platform/held.ts";
import { idOf } from "../../src/platform/ids.ts";
import { notices } from "../../src/platform/notices.ts";
import type { Tx } from "../../src/platform/tx.ts";
import {
  Confirm,
  ConflictNotice,
  Continued,
  Form,
  HiddenField,
  Page,
  TextField,
  fieldsOf,
} from "../../src/ui/index.ts";

/** The room changes the name and the Kommune of a site. */
const DRAFT = { form: "probe", name: "Probe", resume: "/proben/:id" };
const done = notices({ gespeichert: "Gespeichert." });
const permission = "start.sehen";
const Schema = z.object({ name: line(120, "Geben Sie den Namen an."), ags: optionalLine(8) });

export const siteOf = (tx: Tx, id: string) =>
  tx.selectFrom("kim.standort").select(["id", "name", "ags", "version"]).where("id", "=", id).executeTakeFirst();

const valuesOf = (site: { name: string; ags: string }): Values => ({ name: [site.name], ags: [site.ags] });

/** How often something was saved. */
export const effects = { n: 0 };

async function changeSite(
  tx: Tx,
  _: Actor,
  at: { readonly id: string; readonly version: number },
  input: z.output<typeof Schema>,
): Promise<void> {
  await lockRow(tx, "kim.standort", at.id);
  held(await siteOf(tx, at.id), at.version, valuesOf);
  if (input.name === "Verboten") throw new Refused("So heißt kein Standort.", "name");
  if (input.name === "Frage") throw new Instead(async () => new Redirect("/frage"));
  await tx
    .updateTable("kim.standort")
    .set({ name: input.name, ags: input.ags ?? "", version: at.version + 1 })
    .where("id", "=", at.id)
    .execute();
  effects.n += 1;
}

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const f = await readAs(visit.actor, async (tx) => {
    const site = await siteOf(tx, id);
    return filled(tx, visit, DRAFT, site && { ...site, values: valuesOf(site) }, rejected);
  });
  const field = fieldsOf(f.values, rejected);
  const fields = ["name", "ags"].map((name) => ({ name, label: name }));
  return (
    <Page frame={visit.frame} title="Probe" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={fields} stored="/" />
      <Continued f={f} />
      <Form action={`/proben/${id}`} record={f.record} rejected={rejected} draft={f.draft}>
        <TextField {...field("name")} label="Name" />
        <TextField {...field("ags")} label="Kommune" />
      </Form>
    </Page>
  );
}

const show = page({ path: "/proben/:id", permission, notices: done, show: (visit) => form(visit) });

const save = change(
  "/proben/:id",
  permission,
  { schema: Schema, draft: DRAFT, again: form },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await changeSite(tx, visit.actor, { id, version: visit.version }, input);
    return done.after(`/proben/${id}`, "gespeichert");
  },
);

const saveLink = change(
  "/proben/:id/link",
  permission,
  {
    schema: z.object({}),
    answer: (visit, to, once) => (
      <Page frame={visit.frame} title={`${once ?? "vorbei"} ${to}`}>
        <Confirm action={to} confirm="Weiter" back="/" />
        <HiddenField name="x" value="y" />
      </Page>
    ),
    again: form,
  },
  async (_, visit) => ({ to: `/proben/${idOf(visit)}`, once: "nur-jetzt" }),
);

const saveFile = uploadChange(
  "/proben",
  permission,
  { schema: z.object({}), file: "datei", again: (_, { errors }) => <p>{errors[0]?.message}</p> },
  async (_tx, _visit, _input, { name, bytes }) => {
    effects.n += 1;
    return `/proben?datei=${name}-${bytes.length}`;
  },
);

export const smallRoom = [show, save, saveLink, saveFile];
