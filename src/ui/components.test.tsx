import type { Child } from "#jsx";
import { describe, expect, test } from "vitest";
import type { Rejected } from "../platform/form.ts";
import type { Frame } from "../platform/frame.ts";
import {
  Button,
  Card,
  CheckChips,
  Checkbox,
  EmptyState,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  Page,
  PasswordField,
  RadioSegment,
  SelectField,
  Table,
  TextArea,
  TextField,
} from "./index.ts";
import { currentItem } from "./navigation.tsx";

const html = (node: Child): string => String(<>{node}</>);

const EVIL = `"><script>alert(1)</script>'&`;
const rejected: Rejected = {
  values: { ort: [EVIL], themen: ["b"], stufe: ["2"], weg: ["b"], passwort: ["geheim genug"] },
  errors: [
    { field: "ort", message: "Geben Sie den Ort an." },
    { field: "themen", message: "Wählen Sie ein Thema." },
    { field: "", message: "Ein Datensatz dieser Art ist schon da." },
  ],
};
const options = [
  { value: "a", label: "Ah" },
  { value: "b", label: "Beh" },
];

const frame: Frame = {
  assets: { styles: ["/s.css"], extra: "/e.css", script: "/s.js", icon: "/s.svg", pictures: "/b" },
  path: "/beratungen/neu",
  address: "/beratungen/neu?formular=1",
  konto: "k1",
  home: "/",
  kreis: "Musterkreis",
  nav: [
    {
      items: [
        { label: "Beratungen", href: "/beratungen" },
        { label: "Erfassen", href: "/beratungen/neu" },
      ],
    },
  ],
  footer: [],
  keys: { on: true },
};

describe("nothing typed becomes HTML", () => {
  test("in fields, choices, heading, table and errors", () => {
    const page = html(
      <Page frame={{ ...frame, flash: { kind: "info", text: EVIL } }} title={EVIL} rejected={rejected}>
        <Card title={EVIL}>
          <TextField name="ort" label={EVIL} hint={EVIL} rejected={rejected} />
          <TextArea name="ort" label="Ort" rejected={rejected} />
          <SelectField name="weg" label="Weg" options={[{ value: EVIL, label: EVIL }]} />
          <CheckChips name="themen" label="Themen" options={[{ value: EVIL, label: EVIL, key: '"' }]} />
          <Table caption={EVIL} columns={[{ label: EVIL, cell: () => EVIL }]} rows={[1]} href={() => EVIL} />
          <ErrorSummary rejected={{ values: {}, errors: [{ field: EVIL, message: EVIL }] }} />
        </Card>
      </Page>,
    );
    expect(page).not.toContain("<script>alert");
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/ (style|on[a-z]+)="/);
  });
});

describe("field", () => {
  test("hint and error are tied to the field, and what was typed stands in it", () => {
    const field = html(<TextField name="ort" label="Ort" hint="Wo es war" value="alt" rejected={rejected} />);
    expect(field).toContain('<label for="ort">');
    expect(field).toMatch(/<input id="ort" name="ort"[^>]*aria-describedby="ort-fehler ort-hinweis"/);
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('id="ort-fehler"');
    expect(field).toContain('id="ort-hinweis"');
    expect(field).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  test("without error and hint there are no empty references", () => {
    const field = html(<TextField name="ort" label="Ort" value="Musterstadt" />);
    expect(field).not.toContain("aria-");
    expect(field).toContain('value="Musterstadt"');
  });

  test("only what is optional is marked", () => {
    expect(html(<TextArea name="notiz" label="Notiz" optional />)).toContain("(freiwillig)");
    expect(html(<TextArea name="notiz" label="Notiz" />)).not.toContain("required");
  });

  test("a password does not come back", () => {
    const field = html(
      <PasswordField name="passwort" label="Passwort" autocomplete="current-password" rejected={rejected} />,
    );
    expect(field).not.toContain("geheim");
  });

  test("a choice shows what was chosen", () => {
    const field = html(<SelectField name="weg" label="Weg" options={options} value="a" rejected={rejected} />);
    expect(field).toContain('<option value="b" selected="">');
    expect(field).not.toContain('<option value="a" selected');
  });
});

describe("date field", () => {
  const shown = (value: string, form?: Rejected) =>
    /value="([^"]*)"/.exec(html(<DateField name="datum" label="Datum" value={value} rejected={form} />))?.[1];
  const typed: Rejected = { values: { datum: ["2026-3-1"] }, errors: [{ field: "datum", message: "Nein." }] };

  test("is text in every language, with a hint how to type it", () => {
    const field = html(<DateField name="datum" label="Datum" hint="Leer: ohne Ende." optional />);
    expect(field).toMatch(/<input id="datum" [^>]*aria-describedby="datum-hinweis" type="text"/);
    expect(field).toContain("z. B. 12.03.2026 oder heute. Leer: ohne Ende.");
    expect(field).not.toMatch(/type="date"|inputmode/);
    expect(html(<DateField name="am" label="Stand am" bare />)).not.toContain("z. B.");
  });

  test("a stored day is read in German, a refused one is what was typed", () => {
    expect(shown("2026-11-20")).toBe("20.11.2026");
    expect(shown("31.2.")).toBe("31.2.");
    expect(shown("2026-11-20", typed)).toBe("2026-3-1");
    expect(shown("2026-11-20", { ...typed, values: { datum: ["2026-03-01"] } })).toBe("2026-03-01");
    const conflict = { version: 2, stored: { datum: ["2026-03-01"] } };
    expect(shown("2026-11-20", { values: { datum: ["2026-03-01"] }, errors: [], conflict })).toBe("01.03.2026");
  });

  test("the calendar is named after its field", () => {
    expect(html(<DateField name="datum" label="Datum" />)).toMatch(
      /<button type="button"[^>]* data-zeigen="datum" data-kalender="">.*Kalender: Datum/,
    );
  });
});

describe("group", () => {
  test("the error is tied to the group, its link leads to the first option", () => {
    const group = html(
      <CheckChips name="themen" label="Themen" options={options} values={["a"]} rejected={rejected} />,
    );
    expect(group).toMatch(/<fieldset aria-describedby="themen-fehler" aria-invalid="true"/);
    expect(group).toMatch(/id="themen" name="themen" value="a"(?! checked)/);
    expect(group).toMatch(/id="themen-2" name="themen" value="b" checked=""/);
  });

  test("nothing chosen stays nothing chosen after a refusal", () => {
    const none = { values: {}, errors: [] };
    expect(html(<CheckChips name="t" label="T" options={options} values={["a"]} rejected={none} />)).not.toContain(
      "checked",
    );
    expect(html(<Checkbox name="t" label="T" checked rejected={none} />)).not.toContain("checked");
    expect(html(<RadioSegment name="t" label="T" options={options} value="a" rejected={none} />)).not.toContain(
      "checked",
    );
  });
});

describe("error summary", () => {
  test("takes the focus, counts and links; what belongs to no field is no link", () => {
    const summary = html(<ErrorSummary rejected={rejected} />);
    expect(summary).toMatch(/tabindex="-1" autofocus=""/);
    expect(summary).toContain("Bitte prüfen Sie 3 Angaben");
    expect(summary).toContain('<a href="#ort">Geben Sie den Ort an.</a>');
    expect(summary).toContain("<li>Ein Datensatz dieser Art ist schon da.</li>");
  });

  test("where the same is wrong with two fields, it says with which", () => {
    const message = "Diesen Tag gibt es nicht.";
    const twice = { values: {}, errors: ["von", "bis"].map((field) => ({ field, message })) };
    const form = html(
      <Form action="/x" rejected={twice}>
        <DateField name="von" label="Erster <Tag>" rejected={twice} />
        <Fieldset legend="2. Mal">
          <DateField name="bis" label="Letzter Tag" rejected={twice} />
        </Fieldset>
      </Form>,
    );
    expect(form).toContain('<a href="#von">„Erster &lt;Tag&gt;“: Diesen Tag gibt es nicht.</a>');
    expect(form).toContain('<a href="#bis">„2. Mal: Letzter Tag“: Diesen Tag gibt es nicht.</a>');
  });

  test("the title says it too", () => {
    const page = html(<Page frame={frame} title="Erfassen" rejected={rejected} />);
    expect(page).toContain("<title>Fehler: Erfassen – KIM</title>");
  });
});

describe("form", () => {
  test("carries a new key, the draft and the version", () => {
    const form = () =>
      html(<Form action="/x" draft={{ id: "e1", url: "/entwurf/e1" }} record={{ version: 3, values: {} }} />);
    const key = (text: string) => /name="_schluessel" value="([0-9a-f-]{36})"/.exec(text)?.[1];
    const once = form();
    expect(key(once)).toBeDefined();
    expect(key(once)).not.toBe(key(form()));
    expect(once).toContain('name="_entwurf" value="e1"');
    expect(once).toContain('name="_version" value="3"');
    expect(once).toContain("novalidate");
  });
});

describe("table", () => {
  const columns = [
    { label: "Thema", cell: (row: { t: string; n: number }) => row.t },
    {
      label: "Zahl",
      figure: true,
      cell: (row: { t: string; n: number }) => row.n,
      sort: { href: "?s=n", direction: "descending" as const },
    },
  ];

  test("says its order and the heads of its rows, and a row is a link", () => {
    const table = html(<Table caption="Themen" columns={columns} rows={[{ t: "Wohnen", n: 3 }]} href={() => "/w"} />);
    expect(table).toContain('<th scope="col" class="num" aria-sort="descending"><a href="?s=n">');
    expect(table).toContain('<th scope="row"><a class="rowlink" href="/w">Wohnen</a></th>');
    expect(table).toContain('<td class="num">3</td>');
  });

  test("when empty it shows the next step", () => {
    const table = html(<Table caption="Themen" columns={columns} rows={[]} empty={<Button>Anlegen</Button>} />);
    expect(table).not.toContain("<table");
    expect(table).toContain("Anlegen");
  });

  test("says it in one frame, whether it is given a sentence or says more", () => {
    const empty = (says: Child) => html(<Table caption="Themen" columns={columns} rows={[]} empty={says} />);
    expect(empty("Noch niemand.").match(/class="empty"/g)).toHaveLength(1);
    expect(empty(<EmptyState>Noch niemand.</EmptyState>)).toBe(empty("Noch niemand."));
  });
});

describe("navigation", () => {
  test("marks the place with the longest matching beginning", () => {
    expect(currentItem(frame)?.label).toBe("Erfassen");
    expect(currentItem({ ...frame, path: "/beratungen/17" })?.label).toBe("Beratungen");
    expect(currentItem({ ...frame, path: "/beratungsstellen" })).toBeUndefined();
  });
});
