/** An ISO day as it is read: `2026-11-20` is 20.11.2026. Anything else stays as it was typed. */
export const dayText = (value: string): string => value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1");

/** A calendar day. `iso` is `2026-11-20`; shown is `20.11.2026`. */
export function Day(props: { readonly iso: string }) {
  return <time datetime={props.iso}>{dayText(props.iso)}</time>;
}
