/** Icons of KERN that the product uses. Decoration only: the word beside it carries the meaning. */
export type IconName =
  | "add"
  | "arrow-forward"
  | "calendar-today"
  | "check"
  | "close"
  | "danger"
  | "download"
  | "edit"
  | "help"
  | "info"
  | "mail"
  | "open-in-new"
  | "search"
  | "success"
  | "visibility"
  | "warning";

export function Icon(props: { name: IconName }) {
  return <span class={`kern-icon kern-icon--${props.name}`} aria-hidden="true"></span>;
}
