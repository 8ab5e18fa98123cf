import type { Child } from "#jsx";
import type { Frame, Who } from "../platform/frame.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Document, type DocumentProps, FlashMessage } from "./document.tsx";
import { Entered } from "./entered.tsx";
import { PRIVATE } from "./field.tsx";
import { Form, bounded } from "./form.tsx";
import { KeyHelp, type KeyHint } from "./key-help.tsx";
import { Navigation } from "./navigation.tsx";
import { Breadcrumb, type Way } from "./ways.tsx";

function Brand(props: { readonly frame: Frame }) {
  const { home, kreis } = props.frame;
  return (
    <a class="brand" href={home}>
      <strong>KIM</strong>
      {kreis === undefined ? null : <span>{kreis}</span>}
    </a>
  );
}

function QuietPost(props: { readonly action: string; readonly children?: Child }) {
  return (
    <Form action={props.action} native>
      <Button kind="tertiary" small>
        {props.children}
      </Button>
    </Form>
  );
}

function WhoAmI(props: { readonly who: Who }) {
  const { who } = props;
  return (
    <div class="who">
      <p>
        <a href={who.account}>
          <Entered>{who.name}</Entered>
        </a>{" "}
        <span>
          · {who.role}
          {who.place === undefined ? null : (
            <>
              <br />
              {who.place}
            </>
          )}
        </span>
      </p>
      <QuietPost action={who.lock}>Sperren</QuietPost>
      <QuietPost action={who.signOut}>Abmelden</QuietPost>
    </div>
  );
}

/** The label is for its key alone: pressed, it gives the field the focus. What the field is called stands on it. */
function Searched({ label }: { readonly label: string }) {
  const looks = { class: "in", "aria-label": label, placeholder: label, dir: "auto" } as const;
  return (
    <>
      <label for="im-kopf" data-kuerzel="s" class="kern-sr-only">
        {label}
      </label>
      <input
        {...PRIVATE}
        {...bounded("suche")}
        id="im-kopf"
        type="search"
        name="suche"
        aria-keyshortcuts="s"
        {...looks}
      />
    </>
  );
}

/** A POST, and no part of the page: what is looked for stays out of addresses, and the answer is another page. */
function Search(props: { readonly search: NonNullable<Frame["search"]> }) {
  const { action, label } = props.search;
  return (
    <search class="find">
      <Form action={action} native>
        <Searched label={label} />
      </Form>
    </search>
  );
}

function Footer(props: { readonly frame: Frame; readonly keyHelp: boolean }) {
  return (
    <footer class="foot">
      {props.frame.footer.map((item) => (
        <a href={item.href}>{item.label}</a>
      ))}
      {props.keyHelp ? (
        <Button type="button" kind="tertiary" small popovertarget="tasten">
          Tastenkürzel
        </Button>
      ) : null}
    </footer>
  );
}

type PageProps = DocumentProps & {
  /** The page's h1; the title by default, `false` where a card carries it. */
  readonly heading?: Child;
  /** The way up, above the heading. */
  readonly breadcrumb?: readonly Way[] | undefined;
  /** What helps with the work: today's entries, similar persons, what is due. */
  readonly side?: Child;
  /** Uses the whole width: for lists with a filter, pages and, on a phone, cards. Brings the same stylesheet as `extra`. */
  readonly wide?: boolean | undefined;
  /** Has steps, progress, a file, figures or charts. Their stylesheet stands in the body, because a page shown in place of another brings only that. */
  readonly extra?: boolean | undefined;
  /** Shortcuts of this page, for the list behind "?". */
  readonly keys?: readonly KeyHint[] | undefined;
};

/** A page for whoever is signed in: left where one can go, in the middle the work, right what helps with it. */
export function Page(props: PageProps) {
  const { frame, heading, side } = props;
  return (
    <Document {...props}>
      <a class="skip" href="#inhalt">
        Zum Inhalt
      </a>
      <div class={props.wide === true ? "shell wide" : "shell"}>
        <header class="top">
          <Brand frame={frame} />
          {frame.search === undefined ? null : <Search search={frame.search} />}
          {frame.who === undefined ? null : <WhoAmI who={frame.who} />}
        </header>
        {frame.nav.length === 0 ? null : <Navigation frame={frame} />}
        <main id="inhalt" tabindex={-1}>
          {props.extra === true || props.wide === true ? <link rel="stylesheet" href={frame.assets.extra} /> : null}
          <FlashMessage flash={frame.flash} />
          {props.breadcrumb === undefined ? null : <Breadcrumb items={props.breadcrumb} />}
          {heading === false ? null : <h1>{heading ?? props.title}</h1>}
          {props.children}
        </main>
        {side === undefined ? null : (
          <aside class="side" aria-label="Hilfreich dazu">
            {side}
          </aside>
        )}
        <Footer frame={frame} keyHelp />
      </div>
      <KeyHelp frame={frame} hints={props.keys ?? []} />
    </Document>
  );
}

type PlainProps = DocumentProps & {
  /** What the card is written in, where it is not German. */
  readonly words?: { readonly lang: string; readonly dir: "ltr" | "rtl" } | undefined;
};

/** A page for whoever is signed out, and for errors: one narrow card. */
export function PlainPage(props: PlainProps) {
  const { frame } = props;
  return (
    <Document {...props}>
      <link rel="stylesheet" href={frame.assets.extra} />
      <div class="plain">
        <header>
          <Brand frame={frame} />
        </header>
        <main id="inhalt" tabindex={-1}>
          <FlashMessage flash={frame.flash} />
          <section class="card" lang={props.words?.lang} dir={props.words?.dir}>
            <h1>{props.title}</h1>
            {props.children}
          </section>
        </main>
        <Footer frame={frame} keyHelp={false} />
      </div>
    </Document>
  );
}

/** A page whose work is one card: a form, a question. */
export const CardPage = (props: PageProps) => (
  <Page {...props}>
    <Card>{props.children}</Card>
  </Page>
);
