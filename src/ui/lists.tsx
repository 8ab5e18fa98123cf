import type { Child } from "#jsx";
import type { Rejected } from "../platform/form.ts";
import { Actions, Button, ButtonLink } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Icon } from "./icon.tsx";

type PagerProps = {
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
  /** Whether the list is in the order of its days, the newest first; `false` where it is sorted otherwise. */
  readonly byDay?: boolean | undefined;
  /** What the neighbours are called, where each is one thing: "Fassung 2". */
  readonly names?: { readonly newer: string; readonly older: string } | undefined;
};

/** Keyset paging: only neighbours, no page numbers. A missing address means that there is nothing there. */
export function Pager(props: PagerProps) {
  const [newer, older] = props.byDay === false ? ["Zurück", "Weiter"] : ["Neuere", "Ältere"];
  const { newer: back, older: on } = props.names ?? { newer, older };
  if (props.newer === undefined && props.older === undefined) return null;
  return (
    <nav class="pager" aria-label="Seiten">
      {props.newer === undefined ? null : (
        <a href={props.newer} rel="prev">
          ← {back}
        </a>
      )}
      {props.older === undefined ? null : (
        <a href={props.older} rel="next">
          {on} →
        </a>
      )}
    </nav>
  );
}

type PagesProps = {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Where one is: "Zeilen 26 bis 50 von 1.234". */
  readonly place: string;
};

/** Paging in a list whose length is known. */
export function Pages({ before, after, place }: PagesProps) {
  return (
    <nav class="pager" aria-label="Seiten">
      {before === undefined ? null : (
        <a href={before} rel="prev">
          ← Zurück
        </a>
      )}
      <span class="n">{place}</span>
      {after === undefined ? null : (
        <a href={after} rel="next">
          Weiter →
        </a>
      )}
    </nav>
  );
}

type FilterBarProps = {
  readonly action: string;
  /** Selector of the list below, so that only it is exchanged. */
  readonly part?: string | undefined;
  /** Shows "Zurücksetzen" where a filter is set. */
  readonly active?: boolean | undefined;
  readonly label?: string | undefined;
  /** The verb on the button, "Filtern" by default. */
  readonly verb?: string | undefined;
  /** What the address asked for and cannot be: told above the fields. */
  readonly rejected?: Rejected | undefined;
  readonly children?: Child;
};

/** Filters above a list. They live in the address: a filtered list can be bookmarked and sent. */
export function FilterBar(props: FilterBarProps) {
  return (
    <search aria-label={props.label ?? "Liste filtern"}>
      {props.rejected === undefined ? null : <ErrorSummary rejected={props.rejected} />}
      {/* What is told stands outside of the list: the next answer has to take it away with the whole page. */}
      <form method="get" action={props.action} class="filter" data-teil={props.rejected ? undefined : props.part}>
        {props.children}
        <Actions>
          <Button kind="secondary">{props.verb ?? "Filtern"}</Button>
          {props.active === true || props.rejected !== undefined ? (
            <ButtonLink kind="tertiary" href={props.action}>
              Zurücksetzen
            </ButtonLink>
          ) : null}
        </Actions>
      </form>
    </search>
  );
}

/** How many there are, above a list; announced when a filter exchanges the list. */
export function ResultCount(props: { readonly children?: Child }) {
  return (
    <p class="hint" data-treffer="">
      {props.children}
    </p>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState(props: { readonly children?: Child; readonly action?: Child }) {
  return (
    <div class="empty">
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}

/** Facts about one thing: word and value. */
export function DescriptionList(props: {
  readonly items: readonly { readonly term: string; readonly value: Child }[];
}) {
  return (
    <dl>
      {props.items.map((item) => (
        <>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </>
      ))}
    </dl>
  );
}

/** A word that marks something. */
export function Tag(props: { readonly children?: Child }) {
  return <span class="tag">{props.children}</span>;
}

type StatusProps = {
  /** The icon before the word; none where nothing happened yet. */
  readonly kind: "success" | "info" | "warning" | "danger" | "arrow-forward" | undefined;
  readonly children?: Child;
};

/** A state: icon and word, never colour alone. */
export function Status(props: StatusProps) {
  return (
    <span class="status">
      {props.kind === undefined ? null : <Icon name={props.kind} />}
      {props.children}
    </span>
  );
}
